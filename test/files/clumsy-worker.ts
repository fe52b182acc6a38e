import { parentPort } from "node:worker_threads";

// A worker for workshop.test.ts that does what it is told, good or bad.
const hoard: Buffer[] = [];
parentPort?.on("message", (task: string) => {
  if (task === "fall") throw new Error("fell over a task, as the test asked");
  if (task === "hang") for (;;) hoard.pop();
  if (task === "hoard") setInterval(() => hoard.push(Buffer.alloc(20_000_000, 1)), 20);
  else parentPort?.postMessage(task.toUpperCase());
});
