// The call screen speaks the number that was called. Browsers speak only after somebody tapped once, so there is a button for the morning.
export {};

const button = document.querySelector<HTMLButtonElement>("button[data-sound]");
let on = false;
let said = words();

if (button && "speechSynthesis" in window) {
  button.hidden = false;
  button.addEventListener("click", () => {
    on = !on;
    button.textContent = on ? "Tắt tiếng gọi" : "Bật tiếng gọi";
    if (on) speak("Đã bật tiếng gọi");
  });
}

addEventListener("renewed", () => {
  const now = words();
  if (on && now && now !== said) speak(now);
  said = now;
});

function words(): string {
  return document.querySelector("[data-say]")?.textContent ?? "";
}

function speak(text: string): void {
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = "vi-VN";
  utterance.rate = 0.85;
  const voice = speechSynthesis.getVoices().find(({ lang }) => lang.startsWith("vi"));
  if (voice) utterance.voice = voice;
  speechSynthesis.speak(utterance);
}
