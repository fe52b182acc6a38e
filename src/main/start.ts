import { readConfig } from "./config.ts";
import { startHub } from "./hub.ts";

const started = performance.now();
try {
  const hub = await startHub(readConfig(), console.log);
  console.log(`Lộc Vừng đã chạy: ${hub.url}  (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  console.log("Dừng: bấm Ctrl-C.");
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await hub.stop();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "disconnect"] as const) process.on(signal, () => void stop());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
