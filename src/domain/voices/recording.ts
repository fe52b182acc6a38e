/** A question read slowly takes twenty seconds; a minute is enough for the longest. */
export const RECORDING_SECONDS = 60;
/** A minute as browsers record it is half a megabyte; as WAV of a telephone's recorder it may be two. */
export const RECORDING_BYTES = 2 * 1024 * 1024;

/** Why a recording is not taken, and what to do. */
export const SOUND_PROBLEMS = {
  empty: "Chưa có tiếng nào. Xin bấm Thu, nói, bấm Dừng, nghe lại rồi gửi.",
  "not-a-sound": "Tệp này không phải tiếng thu. Xin chọn tệp tiếng WEBM, OGG, M4A hoặc WAV, hoặc bấm Thu.",
  film: "Tệp này là phim. Xin chỉ thu tiếng rồi gửi lại.",
  "too-long": `Bản thu dài quá ${RECORDING_SECONDS} giây. Xin thu lại ngắn hơn.`,
  "too-large": "Tệp lớn quá 2 MB. Xin thu lại ngắn hơn.",
} as const;

export type SoundProblem = keyof typeof SOUND_PROBLEMS;
