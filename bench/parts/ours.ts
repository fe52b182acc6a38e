import { startHub } from "../../src/main/hub.ts";
import { createPartnerToken } from "../../src/operations/identity/partner.ts";

// The program itself, as `npm start` brings it up, on a fresh data folder; tells its address and a partner's token.
const [dataFolder = "", contentFolder = ""] = process.argv.slice(2);
const hub = await startHub({ port: 0, dataFolder, contentFolder, voiceProgram: null, databaseUrl: null, publicUrl: null }, () => {});
const token = await createPartnerToken(hub.context, "bench", ["dossiers:write"]);
process.send?.({ port: Number(new URL(hub.url).port), token });
process.on("message", async () => {
  await hub.stop();
  process.exit(0);
});
