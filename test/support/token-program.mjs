// Speaks as pkcs11-tool does, for machines that have none: reads the certificate of a token and signs with its RSA key, which lie in the folder TOKENS.
// Only tests run it.
import { constants, createPrivateKey, privateEncrypt } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const words = process.argv.slice(2);
const option = (name) => words[words.indexOf(name) + 1];
const folder = join(process.env.TOKENS, option("--token-label"));
if (!existsSync(folder)) fail(`No slot with token named "${option("--token-label")}" found`);
const file = (end) => join(folder, `${option("--label")}.${end}`);
if (words.includes("--sign") && process.env.PIN !== readFileSync(join(folder, "pin"), "utf8"))
  fail("error: PKCS11 function C_Login failed: rv = CKR_PIN_INCORRECT (0xa0)");
if (!existsSync(file("der"))) fail("error: object not found");
if (words.includes("--read-object")) process.stdout.write(readFileSync(file("der")));
else {
  const key = createPrivateKey({ key: readFileSync(file("pkcs8")), format: "der", type: "pkcs8" });
  process.stdout.write(privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, readFileSync(0)));
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
