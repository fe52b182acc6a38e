// Reads the page's question aloud: with the sounds that its link names, in its place; without them by the browser's own Vietnamese voice, where
// it has one. Where it has none, the button stays hidden.
export {};

const link = document.querySelector<HTMLAnchorElement>("[data-listen]");
const button = document.querySelector<HTMLButtonElement>("[data-speak]");
const voice = () => speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith("vi"));
/** What is asked and offered; never what somebody typed, for others sit near. */
const ASKED = "h1, .lead, .error, .hint, .field > label, legend, .choice span";
/** A little slower than talk: many who listen read with a finger under the line. */
const RATE = 0.9;

if (link) playInPlace(link);
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

/** The link becomes a button that plays its sounds one after the other, and stops at the second tap. */
function playInPlace(from: HTMLAnchorElement): void {
  const play = document.createElement("button");
  const words = from.textContent ?? "";
  play.type = "button";
  play.className = "quiet speak";
  play.textContent = words;
  from.replaceWith(play);
  const player = new Audio();
  let left: string[] = [];
  const next = () => {
    const sound = left.shift();
    play.textContent = sound ? "Thôi đọc" : words;
    if (!sound) return player.pause();
    player.src = sound;
    player.play().catch((error: Error) => {
      if (error.name !== "AbortError") fail();
    });
  };
  const fail = () => {
    left = [];
    play.textContent = "Chưa đọc được, bấm lại";
    if ("speechSynthesis" in window && voice()) read();
  };
  player.addEventListener("ended", next);
  play.addEventListener("click", () => {
    left = player.paused ? [from.href, ...(from.dataset.then?.split(" ") ?? [])] : [];
    next();
  });
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
