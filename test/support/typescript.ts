/** What a test starts Node.js with when it runs a program of ours beside itself, as the commands of bin/ do. */
export const TYPESCRIPT: readonly string[] = ["--import", new URL("../../bin/typescript.mjs", import.meta.url).href];
