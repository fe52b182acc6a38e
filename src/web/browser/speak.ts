// Reads the page's question aloud: with the sounds that its link names, in its place; without them by the browser's own Vietnamese voice, where
// it has one. Where it has none, the button stays hidden.
export {};

const button = document.querySelector<HTMLButtonElement>("[data-speak]");
const voice = () => speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith("vi"));
/** What is asked and offered; never what somebody typed, for others sit near. */
const ASKED = "h1, .lead, .error, .hint, .field > label, legend, .choice span";
/** A little slower than talk: many who listen read with a finger under the line. */
const RATE = 0.9;

for (const link of document.querySelectorAll<HTMLAnchorElement>("[data-listen]")) playInPlace(link);
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

/** A link to a sound becomes a button that plays its sounds one after the other, and stops at the second tap. */
function playInPlace(from: HTMLAnchorElement): void {
  const play = document.createElement("button");
  const words = [...from.childNodes];
  play.type = "button";
  play.className = from.className.replace("button", "");
  play.append(...words);
  from.replaceWith(play);
  const player = new Audio();
  let left: string[] = [];
  const next = () => {
    const sound = left.shift();
    play.replaceChildren(...(sound ? ["Thôi đọc"] : words));
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
