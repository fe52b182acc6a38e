import { PDF } from "@libpdf/core";
import type { KeySafe } from "./keys/key-safe.ts";
import { signerOf } from "./keys/signer.ts";
import type { SigningKey } from "./keys/signing-key.ts";
import type { Tokens } from "./keys/token.ts";
import type { StampAuthority } from "./stamp.ts";

export interface SignatureWords {
  readonly reason: string;
  readonly location: string;
  readonly at: Date;
}

/** What signing needs beside the key: tokens, and the authority that stamps the time, where there is one. */
export interface SigningTools {
  /** Opens the keys that lie sealed in the database. */
  readonly safe: KeySafe;
  readonly tokens: Tokens;
  readonly stamps: StampAuthority | null;
  /** Certificates of stamp authorities that are believed, DER; none to believe whoever answers at the address. */
  readonly stampTrust: readonly Uint8Array[];
}

/**
 * Signs a PDF: PAdES baseline B-B, or B-T with a time stamp where an authority is there and answers (ETSI EN 319 142-1), over the whole file, as an
 * incremental update, so that what was in the file before (tags, PDF/A, an earlier signature) stays as it is. An authority that does not answer delays
 * nothing: then it is B-B, and the stamp on the day's seal tells the time.
 */
export async function signPdf(
  pdf: Uint8Array,
  key: SigningKey,
  words: SignatureWords,
  tools: Pick<SigningTools, "tokens" | "stamps">,
): Promise<Uint8Array> {
  const signer = await signerOf(key, tools.tokens);
  const options = { signer, reason: words.reason, location: words.location, signingTime: words.at };
  const authority = tools.stamps;
  if (authority) {
    const stamped = await signStamped(pdf, options, authority);
    if (stamped) return stamped;
  }
  const { bytes } = await (await PDF.load(pdf)).sign({ ...options, level: "B-B" });
  return bytes;
}

type Options = Omit<Parameters<PDF["sign"]>[0], "level">;

async function signStamped(pdf: Uint8Array, options: Options, authority: StampAuthority): Promise<Uint8Array | null> {
  let failed = false;
  const timestampAuthority = {
    timestamp: async (digest: Uint8Array) => {
      const token = await authority.stamp(digest);
      failed = token === null;
      if (token === null) throw new Error("no time stamp");
      return token;
    },
  };
  try {
    const { bytes } = await (await PDF.load(pdf)).sign({ ...options, level: "B-T", timestampAuthority });
    return bytes;
  } catch (error) {
    if (failed) return null;
    throw error;
  }
}
