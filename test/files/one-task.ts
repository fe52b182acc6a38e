import { createWorkshop } from "../../src/files/workshop.ts";

// A program for workshop.test.ts that has one task done, closes nothing, and must end by itself.
const workshop = createWorkshop<string, string>(new URL("./clumsy-worker.ts", import.meta.url), {
  patienceMs: 60_000,
  memoryBytes: 2_000_000_000,
  idleMs: 60_000,
});
workshop.work("một").then((answer) => console.log(answer.ok && answer.value));
