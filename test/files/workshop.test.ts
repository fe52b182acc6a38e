import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { afterEach, before, beforeEach, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { createWorkshop, type Workshop, type WorkshopLimits } from "../../src/files/workshop.ts";
import { TYPESCRIPT } from "../support/typescript.ts";

const FILE = new URL("./clumsy-worker.ts", import.meta.url);
const LIMITS: WorkshopLimits = { patienceMs: 60_000, memoryBytes: 2_000_000_000, idleMs: 60_000 };

describe("a workshop", () => {
  let workshop: Workshop<string, string>;
  const open = (limits: Partial<WorkshopLimits> = {}) => {
    workshop = createWorkshop<string, string>(FILE, { ...LIMITS, ...limits });
  };
  before(() => process.on("warning", () => {}));
  beforeEach(() => open());
  afterEach(() => workshop.close());

  it("does one task after the other, each with its own answer", async () => {
    const answers = await Promise.all(["một", "hai", "ba"].map((task) => workshop.work(task)));
    assert.deepEqual(
      answers.map((answer) => answer.ok && answer.value),
      ["MỘT", "HAI", "BA"],
    );
  });

  it("lets only the task fall that the worker falls over", async () => {
    const [before, fallen, after] = await Promise.all(["một", "fall", "hai"].map((task) => workshop.work(task)));
    assert.deepEqual(before, { ok: true, value: "MỘT" });
    assert.deepEqual(fallen, { ok: false, reason: "fell" });
    assert.deepEqual(after, { ok: true, value: "HAI" });
  });

  it("gives a task up that never ends, and does the next", async () => {
    open({ patienceMs: 3000 });
    const [hung, after] = await Promise.all(["hang", "một"].map((task) => workshop.work(task)));
    assert.deepEqual(hung, { ok: false, reason: "too-much" });
    assert.deepEqual(after, { ok: true, value: "MỘT" });
  });

  it("gives a task up that takes ever more memory, and does the next", async () => {
    open({ memoryBytes: 400_000_000 });
    const [greedy, after] = await Promise.all(["hoard", "một"].map((task) => workshop.work(task)));
    assert.deepEqual(greedy, { ok: false, reason: "too-much" });
    assert.deepEqual(after, { ok: true, value: "MỘT" });
  });

  it("can be closed in the middle of a task", async () => {
    const working = workshop.work("hoard");
    setTimeout(() => void workshop.close(), 500);
    assert.deepEqual(await working, { ok: false, reason: "closed" });
  });

  it("works again after a rest in which it let its worker go", async () => {
    open({ idleMs: 1 });
    assert.deepEqual(await workshop.work("một"), { ok: true, value: "MỘT" });
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(await workshop.work("hai"), { ok: true, value: "HAI" });
  });

  it("never keeps the program from ending", () => {
    const program = fileURLToPath(new URL("./one-task.ts", import.meta.url));
    const ended = spawnSync(process.execPath, [...TYPESCRIPT, program], { encoding: "utf8", timeout: 40_000 });
    assert.deepEqual([ended.stdout.trim(), ended.status, ended.signal], ["MỘT", 0, null], ended.stderr);
  });
});
