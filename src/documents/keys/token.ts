import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { ok, type Result, refuse } from "../../base/result.ts";

/** Tokens over PKCS#11: the maker's module, and the PIN of each token by its label. */
export interface TokenSettings {
  /** Path of the module: /usr/lib/softhsm/libsofthsm2.so */
  readonly module: string;
  readonly pins: Readonly<Record<string, string>>;
  /** pkcs11-tool of OpenSC. */
  readonly program: string;
  /** What the module finds in its environment: where its tokens are, and the like. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export type TokenProblem = "token-not-set-up" | "token-not-there" | "token-key-unknown" | "token-pin-wrong" | "token-failed";

/**
 * Signs with keys on tokens. Each act runs OpenSC's `pkcs11-tool` as a process of its own: a maker's module that crashes or hangs takes nothing of ours
 * with it. The PIN goes through the process' environment, never its command line.
 */
export interface Tokens {
  /** The certificate that lies beside a key, DER. */
  certificateOf(token: string, label: string): Promise<Result<Uint8Array, TokenProblem>>;
  /** A signature over the data with SHA-256: PKCS#1 v1.5 for RSA, a DER sequence for ECDSA, as CMS wants them. */
  sign(token: string, label: string, type: "RSA" | "EC", data: Uint8Array): Promise<Result<Uint8Array, TokenProblem>>;
}

/** A token that has no answer for so long is not there. */
const PATIENCE_MS = 20_000;
/** What RSA signs before the digest itself: DigestInfo of SHA-256 (RFC 8017, 9.2). */
const SHA256_INFO = Buffer.from("3031300d060960864801650304020105000420", "hex");

export function createTokens(settings: TokenSettings | null): Tokens {
  if (settings === null) {
    const none = async () => refuse("token-not-set-up" as const);
    return { certificateOf: none, sign: none };
  }
  /** A wrong PIN is tried once: three wrong ones lock the token for good. */
  const wrong = new Set<string>();
  const ask = (args: readonly string[], input: Buffer, pin?: string) =>
    run(settings.program, args, input, { ...settings.environment, ...(pin === undefined ? {} : { PIN: pin }) });
  const base = (token: string) => ["--module", settings.module, "--token-label", token];
  return {
    certificateOf: (token, label) => ask([...base(token), "--read-object", "--type", "cert", "--label", label], Buffer.alloc(0)),
    sign: async (token, label, type, data) => {
      const pin = settings.pins[token];
      if (pin === undefined) return refuse("token-not-set-up");
      if (wrong.has(token)) return refuse("token-pin-wrong");
      const digest = createHash("sha256").update(data).digest();
      const how = type === "RSA" ? ["--mechanism", "RSA-PKCS"] : ["--mechanism", "ECDSA", "--signature-format", "openssl"];
      const input = type === "RSA" ? Buffer.concat([SHA256_INFO, digest]) : digest;
      const signed = await ask([...base(token), "--login", "--pin", "env:PIN", "--sign", ...how, "--label", label], input, pin);
      if (!signed.ok && signed.reason === "token-pin-wrong") wrong.add(token);
      return signed;
    },
  };
}

function run(
  program: string,
  args: readonly string[],
  input: Buffer,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Result<Uint8Array, TokenProblem>> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ["pipe", "pipe", "pipe"],
      timeout: PATIENCE_MS,
      killSignal: "SIGKILL",
      env,
    });
    const out: Buffer[] = [];
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stdin.on("error", () => {});
    child.on("error", () => resolve(refuse("token-not-set-up")));
    child.on("close", (code) => resolve(code === 0 && out.length > 0 ? ok(new Uint8Array(Buffer.concat(out))) : refuse(problemOf(said))));
    child.stdin.end(input);
  });
}

function problemOf(said: string): TokenProblem {
  if (/CKR_PIN_(INCORRECT|INVALID|LEN_RANGE|LOCKED|EXPIRED)/.test(said)) return "token-pin-wrong";
  if (/No slot with|No slots|Failed to load pkcs11 module|CKR_TOKEN_NOT_PRESENT/i.test(said)) return "token-not-there";
  return /not found/i.test(said) ? "token-key-unknown" : "token-failed";
}
