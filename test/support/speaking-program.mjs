#!/usr/bin/env node
// Stands in for eSpeak NG: takes its words, reads the text, and writes WAV as it does: 22,050 samples a second, 16 bits, one for each letter times
// 100, with a header that knows no length. What a text says to do it does: "TREO" hangs, "HỎNG" fails.
import { readFileSync } from "node:fs";

if (process.argv.includes("--version")) {
  console.log("stand-in 1.0");
  process.exit(0);
}
const text = readFileSync(0, "utf8");
if (text.includes("HỎNG")) process.exit(1);
if (text.includes("TREO")) await new Promise((resolve) => setTimeout(resolve, 60_000));
const header = Buffer.alloc(44);
header.write("RIFF", 0);
header.writeUInt32LE(0x7ffff024, 4);
header.write("WAVEfmt ", 8);
header.writeUInt32LE(16, 16);
header.writeUInt16LE(1, 20);
header.writeUInt16LE(1, 22);
header.writeUInt32LE(22_050, 24);
header.writeUInt32LE(44_100, 28);
header.writeUInt16LE(2, 32);
header.writeUInt16LE(16, 34);
header.write("data", 36);
header.writeUInt32LE(0x7ffff000, 40);
const samples = Buffer.alloc(text.length * 200);
for (let index = 0; index < text.length * 100; index += 1) samples.writeInt16LE(Math.round(8000 * Math.sin(index / 8)), index * 2);
process.stdout.write(Buffer.concat([header, samples]));
