import { type IndexInputs, scoreOf } from "./service-index.ts";

/** Something an office can do about its index. */
interface Lever {
  readonly words: (step: number) => string;
  /** How often it can still be done. */
  readonly room: (inputs: IndexInputs) => number;
  /** Of how many: a step is a twentieth of it. */
  readonly base: (inputs: IndexInputs) => number;
  readonly pull: (inputs: IndexInputs, step: number) => IndexInputs;
}

export interface Gain {
  readonly words: string;
  readonly step: number;
  /** Points that the step brings. */
  readonly gain: number;
  /** How often it takes until it brings nothing more, and what that brings together. */
  readonly enough: number;
  readonly all: number;
}

/** What would raise the index, the step that brings most first. Levers that bring nothing are not there. */
export function gainsOf(inputs: IndexInputs): Gain[] {
  return LEVERS.flatMap((lever) => {
    const room = lever.room(inputs);
    if (room <= 0) return [];
    const gainAfter = (times: number) => scoreOf(lever.pull(inputs, times)).points - scoreOf(inputs).points;
    const all = gainAfter(room);
    const enough = fewest(room, (times) => gainAfter(times) >= all - NOTHING);
    const step = Math.min(enough, Math.max(1, Math.round(lever.base(inputs) / 20)));
    return all > NOTHING ? [{ words: lever.words(step), step, gain: gainAfter(step), enough, all }] : [];
  }).sort((one, other) => other.gain - one.gain || other.all - one.all);
}

/** Pulls each lever as far as it goes; for tests that nothing ever falls. */
export const LEVERS: readonly Lever[] = [
  {
    words: (step) => `Thêm ${step} hồ sơ nộp trực tuyến thay vì nộp giấy`,
    room: ({ received, online }) => received - online,
    base: ({ received }) => received,
    pull: (inputs, step) => ({ ...inputs, online: inputs.online + step }),
  },
  {
    words: (step) => `Thêm ${step} hồ sơ xong đúng hạn thay vì quá hạn`,
    room: ({ settled, onTime }) => settled - onTime,
    base: ({ settled }) => settled,
    pull: (inputs, step) => ({ ...inputs, onTime: inputs.onTime + step }),
  },
  {
    words: (step) => `Thêm ${step} thủ tục trực tuyến có người nộp qua mạng`,
    room: ({ onlineProcedures, usedOnline }) => onlineProcedures - usedOnline,
    base: () => 20,
    pull: (inputs, step) => ({ ...inputs, usedOnline: inputs.usedOnline + step }),
  },
  {
    words: (step) => `Mở thêm ${step} thủ tục nộp trực tuyến, và có người nộp`,
    room: ({ procedures, onlineProcedures }) => procedures - onlineProcedures,
    base: () => 20,
    pull: (inputs, step) => ({
      ...inputs,
      onlineProcedures: inputs.onlineProcedures + step,
      usedOnline: inputs.usedOnline + step,
    }),
  },
  {
    words: (step) => `Thêm ${step} lượt đánh giá hài lòng`,
    room: ({ rated }) => Math.max(20, rated),
    base: ({ rated }) => rated,
    pull: (inputs, step) => ({ ...inputs, rated: inputs.rated + step, glad: inputs.glad + step }),
  },
];

/** Less than what anybody would call a point. */
const NOTHING = 1e-9;

/** The fewest times (1 to `most`) at which it holds; it holds at `most`, and from then on. */
function fewest(most: number, holds: (times: number) => boolean): number {
  let [low, high] = [1, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
