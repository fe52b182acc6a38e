// Reads the page's question aloud, where the browser has a Vietnamese voice; where it has none, the button stays hidden.
export {};

const button = document.querySelector<HTMLButtonElement>("[data-speak]");
const voice = () => speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith("vi"));
/** What is asked and offered; never what somebody typed, for others sit near. */
const ASKED = "h1, .lead, .error, .hint, .field > label, legend, .choice span";
/** A little slower than talk: many who listen read with a finger under the line. */
const RATE = 0.9;

if (button && "speechSynthesis" in window) {
  const offer = () => {
    button.hidden = voice() === undefined;
  };
  offer();
  speechSynthesis.addEventListener?.("voiceschanged", offer);
  button.addEventListener("click", () => {
    const wasSpeaking = speechSynthesis.speaking;
    speechSynthesis.cancel();
    if (!wasSpeaking) read();
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
}

function read(): void {
  const sentences = [...document.querySelectorAll<HTMLElement>(`main :is(${ASKED})`)].map((part) => part.textContent.trim());
  for (const sentence of sentences.filter(Boolean)) {
    const spoken = new SpeechSynthesisUtterance(sentence);
    spoken.lang = "vi-VN";
    spoken.voice = voice() ?? null;
    spoken.rate = RATE;
    speechSynthesis.speak(spoken);
  }
}
