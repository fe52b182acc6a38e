import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compactWav } from "./compact-wav.ts";
import { runSpeaker, type Speaker } from "./speaker.ts";

/** A machine's voice: speaks texts of ours, and keeps what it spoke, so that each is made once. */
export interface Voice {
  /** Is there a program on this machine that speaks? Looked once, at the start. */
  readonly there: boolean;
  /** The text as a WAV file; null where there is no voice, or it did not speak in time. */
  say(text: string, speech: string): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** Words a minute: a little slower than talk. Part of a sound's name, as is the making of it. */
const RATE = 140;
const MAKING = "1";
/** Speaking takes a fifth of a second; two at a time leave the machine to the others. */
const AT_ONCE = 2;

/**
 * The voice of that program (eSpeak NG, or one that takes the same words), which keeps what it spoke in that folder. The folder can be thrown away
 * at any time. Without a program, or where it does not answer, there is none.
 */
export async function openVoice(program: string | null, folder: string): Promise<Voice> {
  const there = program !== null && (await runSpeaker({ program, arguments: ["--version"] }, "")) !== null;
  if (!there) return { there: false, say: async () => null };
  await mkdir(folder, { recursive: true });
  const underWay = new Map<string, Promise<Uint8Array<ArrayBuffer> | null>>();
  const turn = takeTurns(AT_ONCE);
  const speak = async (path: string, text: string, speech: string) => {
    const kept = await readFile(path).catch(() => null);
    if (kept) return Uint8Array.from(kept);
    const sound = await turn(() => runSpeaker(speakerOf(program, speech), text));
    const made = sound && compactWav(sound);
    if (made) await keep(path, made);
    return made;
  };
  return {
    there,
    say: (text, speech) => {
      const name = createHash("sha256").update(`${MAKING}\n${RATE}\n${speech}\n${text}`).digest("hex");
      const waited = underWay.get(name);
      if (waited) return waited;
      const spoken = speak(join(folder, `${name}.wav`), text, speech).finally(() => underWay.delete(name));
      underWay.set(name, spoken);
      return spoken;
    },
  };
}

/** The text goes over standard input: never into a command line, and never read as an option. */
function speakerOf(program: string, speech: string): Speaker {
  return { program, arguments: ["-v", speech, "-s", String(RATE), "-b", "1", "--stdin", "--stdout"] };
}

/** A sound that cannot be kept (a full disk) is spoken all the same. */
async function keep(path: string, sound: Uint8Array): Promise<void> {
  const half = `${path}.half`;
  try {
    await writeFile(half, sound);
    await rename(half, path);
  } catch {
    await rm(half, { force: true });
  }
}

/** Lets so many pieces of work run together; the others wait in their order. */
function takeTurns(atOnce: number) {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
