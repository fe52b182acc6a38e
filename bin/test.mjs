// npm test: installs what is missing and runs every test; --with-lint puts format, lint and types before it (npm run check);
// --pictures keeps a picture of every page that the browser walks past, in tmp/pictures.
// Further words are test files: npm test -- test/domain/deadlines.test.ts
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, pinnedNode, root, TYPESCRIPT } from "./environment.mjs";

const words = process.argv.slice(2);
ensureInstalled({ withTools: true });
if (words.includes("--with-lint")) {
  run(["node_modules/@biomejs/biome/bin/biome", "ci", "."]);
  run(["node_modules/typescript/bin/tsc", "--noEmit"]);
}
const named = words.filter((word) => !word.startsWith("--"));
const files = named.length > 0 ? named : testFiles("test");
run([...TYPESCRIPT, "bin/test-runner.mjs", ...files]);

function run(args) {
  const done = spawnSync(pinnedNode() ?? process.execPath, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "test", TEST_PICTURES: words.includes("--pictures") ? "yes" : "no" },
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

function testFiles(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll("\\", "/")}`)
    .filter((name) => /\.test\.tsx?$/.test(name))
    .sort();
}
