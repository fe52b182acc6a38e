/** What a file of sound says of itself. */
export interface SoundFacts {
  readonly type: "audio/webm" | "audio/ogg" | "audio/mp4" | "audio/wav";
  /** null where it does not say */
  readonly seconds: number | null;
  /** It holds pictures too. */
  readonly film: boolean;
}
