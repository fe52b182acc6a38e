export interface WaitingTools {
  /** Ends at its time, or when the signal does. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

/** The first pause before a scanner is asked again, doubled up to the longest; what it asks for itself is kept to, within reason. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;
const LONGEST_ASKED_FOR_MS = 10_000;

/** Pauses that grow, counted. */
export class Waiting {
  milliseconds = 0;
  times = 0;
  private readonly tools: WaitingTools;
  private nextMs = FIRST_PAUSE_MS;

  constructor(tools: WaitingTools) {
    this.tools = tools;
  }

  async pause(askedForMs: number | null = null): Promise<void> {
    const milliseconds = askedForMs ? Math.min(askedForMs, LONGEST_ASKED_FOR_MS) : this.nextMs;
    this.nextMs = Math.min(this.nextMs * 2, LONGEST_PAUSE_MS);
    this.milliseconds += milliseconds;
    this.times += 1;
    await this.tools.pause(milliseconds, this.tools.signal);
  }
}
