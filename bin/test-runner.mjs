// Runs test files on the pinned Node.js, those that take long first: what begins last ends last, and one long file would keep a core waiting.
// node --test sorts files by name, so this calls the runner itself. Words are files or patterns.
import { globSync, readFileSync } from "node:fs";
import { run } from "node:test";
import report from "./test-reporter.mjs";

/** What the files name that take long, the longest first: a browser, the whole program, pictures, servers. */
const LONG = ["support/browser.ts", "support/hub.ts", 'from "sharp"', "ownServer", "freshDatabase"];

const words = process.argv.slice(2);
const files = words.flatMap((word) => {
  const found = globSync(word);
  return found.length > 0 ? found : [word];
});
const tests = run({ files: files.sort((one, other) => rankOf(one) - rankOf(other)), concurrency: 2, timeout: 600_000 });
tests.on("test:fail", () => {
  process.exitCode = 1;
});
tests.compose(report).pipe(process.stdout);

function rankOf(file) {
  const text = readIfThere(file);
  const rank = LONG.findIndex((sign) => text.includes(sign));
  return rank === -1 ? LONG.length : rank;
}

function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
