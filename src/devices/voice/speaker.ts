import { spawn } from "node:child_process";

/** A program to be run once. */
export interface Speaker {
  readonly program: string;
  readonly arguments: readonly string[];
}

/** The longest page takes a second; what takes longer hangs. */
const PATIENCE_MS = 10_000;
/** Five minutes as eSpeak NG writes them (22,050 samples of two bytes a second). */
const MOST_BYTES = 300 * 44_100;

/** Gives the text to the program and answers what it wrote; null when it is not there, fails, hangs, or writes too much. */
export function runSpeaker(speaker: Speaker, text: string, patienceMs = PATIENCE_MS): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const child = spawn(speaker.program, speaker.arguments, {
      stdio: ["pipe", "pipe", "ignore"],
      timeout: patienceMs,
      killSignal: "SIGKILL",
      windowsHide: true,
    });
    const pieces: Buffer[] = [];
    let bytes = 0;
    child.on("error", () => resolve(null));
    child.stdin.on("error", () => {}); // it may end without having read
    child.stdout.on("data", (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > MOST_BYTES) child.kill("SIGKILL");
      else pieces.push(piece);
    });
    child.on("close", (code) => resolve(code === 0 ? Buffer.concat(pieces) : null));
    child.stdin.end(text, "utf8");
  });
}
