// The ID card's QR code, three ways. A hand scanner is a keyboard: it types the seven fields and mostly ends with Enter, which sends the form;
// one that does not is sent when it falls silent, and one that types while another field has the focus is led into the right one. A camera
// reads the code where the browser can; where it cannot, the page's own photo form stands below.
import { scanWithCamera } from "./card/camera.ts";
import { turnIntoChooser } from "./upload/chooser.ts";

/** Seven fields have six strokes between them; newer cards may append more. */
const STROKES = 6;
/** A scanner types a field in a few milliseconds; after this long without a key it has ended. */
const SILENCE_MS = 400;

const field = document.querySelector<HTMLInputElement>("#the");
const holder = document.querySelector<HTMLElement>("#may-anh");

if (field) {
  // not on phones: there the keyboard would cover half the page
  if (matchMedia("(hover: hover)").matches) field.focus();
  document.addEventListener("input", (event) => heard(event.target as HTMLInputElement, field));
}
const photo = document.querySelector<HTMLInputElement>("#anh");
const photoButton = photo?.form?.querySelector<HTMLButtonElement>("button[type=submit]");
if (photo && photoButton) {
  turnIntoChooser(photo, photoButton, "Chụp ảnh hoặc chọn ảnh");
  photo.addEventListener("change", () => photo.form?.requestSubmit());
}
if (field && holder) scanWithCamera(holder, (text) => send(field, text));

let silence: ReturnType<typeof setTimeout> | undefined;

function heard(typedInto: HTMLInputElement, card: HTMLInputElement): void {
  clearTimeout(silence);
  if (typeof typedInto.value !== "string" || typedInto.value.split("|").length <= STROKES) return;
  silence = setTimeout(() => {
    const text = typedInto.value;
    if (typedInto !== card) typedInto.value = "";
    send(card, text);
  }, SILENCE_MS);
}

function send(card: HTMLInputElement, text: string): void {
  card.value = text;
  card.form?.requestSubmit();
}
