// npm start: installs what is missing, then serves.
import { ensureInstalled, runTypeScript } from "./environment.mjs";

ensureInstalled({ withTools: false });
process.exit(await runTypeScript("src/main/start.ts", process.argv.slice(2)));
