/** The promise on the slip: a day (YYYY-MM-DD), a time of day (HH:MM), and the sentences that explain them. */
export interface DueDate {
  readonly day: string;
  readonly time: string;
  readonly explanation: readonly string[];
  /** The first day (YYYY-MM-DD) from the due day on, on which the point where it came in is open; none for a dossier that came in at no point. */
  readonly atPoint?: string;
}
