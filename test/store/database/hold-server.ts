// A program that does nothing but hold the database of the folder it is told: it prints what it got, and waits to be killed.
import { startEmbedded } from "../../../src/store/database/embedded.ts";

const [dataFolder = ""] = process.argv.slice(2);
const { connection, adopted } = await startEmbedded({ dataFolder, settings: { fsync: "off" } });
console.log(JSON.stringify({ connection, adopted }));
setInterval(() => {}, 60_000);
