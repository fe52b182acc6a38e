/** Longer than any page of ours; what is longer is not spoken. */
export const SPOKEN_CHARACTERS = 4000;

/**
 * One text for a machine's voice: a pause after each sentence, and signs said as words where the machine would spell them ("15/8" is fine, "→" is
 * not). What would start a command of the speaking program (SSML, "[[" of eSpeak) is taken out.
 */
export function speakable(sentences: readonly string[]): string {
  return sentences
    .map((sentence) =>
      sentence
        .normalize("NFC")
        .replace(/[<>[\]{}\\|]/g, " ")
        .replace(/[→·•–]/g, ", ")
        .replace(/[\p{Cc}\p{Cf}]/gu, " ")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((sentence) => sentence !== "")
    .map((sentence) => (/[.?!:…]$/.test(sentence) ? sentence : `${sentence}.`))
    .join("\n");
}
