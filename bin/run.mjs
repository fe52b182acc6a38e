// Runs one TypeScript file with its arguments: node bin/run.mjs FILE [ARG …]
import { ensureInstalled, runTypeScript } from "./environment.mjs";

const [file, ...args] = process.argv.slice(2);
ensureInstalled({ withTools: /^(bench|docs|test)\//.test(file ?? "") });
process.exit(await runTypeScript(file, args));
