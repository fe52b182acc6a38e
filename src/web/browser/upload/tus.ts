/**
 * One file on its way, in small pieces (tus 1.0.0: create, PATCH at an offset, HEAD to ask how far). It is `new` until the server has given it
 * an address; from then on the server knows how far it came, so a piece that was lost is asked for and sent again, never the whole. Sending the
 * same object again goes on where it stopped, as long as the page stays open. A refusal is the server's word on the file itself: final.
 */
export class SlowFile {
  readonly file: File;
  private address: string | null = null;
  private offset = 0;

  constructor(file: File) {
    this.file = file;
  }

  /** Sends what is left. Answers null when all arrived, or the server's reason against the file; throws when the line stays dead. */
  async send(endpoint: string, line: Line): Promise<string | null> {
    while (this.address === null || this.offset < this.file.size) {
      const answer = await patiently(line, () =>
        this.address === null ? this.create(endpoint, line) : this.sendPiece(this.address, line),
      );
      const refusal = answer.headers.get("Upload-Problem");
      if (refusal) return refusal;
      if (!answer.ok) return "interrupted";
      this.address ??= answer.headers.get("Location");
      this.offset = Number(answer.headers.get("Upload-Offset"));
      line.progress(this.offset);
    }
    return null;
  }

  private create(endpoint: string, { signal }: Line): Promise<Response> {
    return fetch(endpoint, { method: "POST", headers: { ...VERSION, "Upload-Length": String(this.file.size) }, signal });
  }

  private async sendPiece(address: string, { signal }: Line): Promise<Response> {
    const piece = await fetch(address, {
      method: "PATCH",
      headers: { ...VERSION, "Upload-Offset": String(this.offset), "Content-Type": "application/offset+octet-stream" },
      body: this.file.slice(this.offset, this.offset + PIECE_BYTES),
      signal,
    });
    return piece.status === 409 ? fetch(address, { method: "HEAD", headers: VERSION, signal }) : piece;
  }
}

/** What a sending file tells the page, and how the page stops it. */
export interface Line {
  readonly signal: AbortSignal;
  progress(bytes: number): void;
  /** The line broke; it is tried again by itself. */
  broken(): void;
}

const VERSION = { "Tus-Resumable": "1.0.0" };
/** Five seconds of a line of 430 kbit/s: little is lost when it breaks. */
const PIECE_BYTES = 256 * 1024;
/** With the waits below: about a minute and a half of silence. */
const TRIES = 8;
const LONGEST_WAIT_MS = 20_000;

async function patiently(line: Line, request: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await request().catch((error: unknown) => (line.signal.aborted ? Promise.reject(error) : null));
    if (answer && !PASSING.includes(answer.status)) return answer;
    if (attempt === TRIES) throw new Error("the line stays dead");
    line.broken();
    await new Promise((resolve) => {
      setTimeout(resolve, Math.min(500 * 2 ** attempt, LONGEST_WAIT_MS));
      line.signal.addEventListener("abort", resolve, { once: true });
    });
  }
}

/** Answers that say "not now": the same request may work in a moment. */
const PASSING = [429, 500, 502, 503, 504];
