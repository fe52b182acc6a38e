import { randomUUID } from "node:crypto";

/** Made with the form: whoever sends it twice acts once. */
export function ActKey() {
  return <input type="hidden" name="key" value={randomUUID()} />;
}
