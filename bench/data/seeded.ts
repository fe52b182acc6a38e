/** Chance that is the same for the same seed: what a benchmark loads today it loads tomorrow. */
export interface Seeded {
  /** 0 … 1, without 1 */
  share(): number;
  /** 0 … below - 1 */
  below(below: number): number;
  /** True with that probability. */
  happens(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  bytes(length: number): Uint8Array;
}

/** Mulberry32: 32 bits of state, fast, even enough for invented people. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(share() * limit);
  return {
    share,
    below,
    happens: (probability) => share() < probability,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  };
}

/** Picks by weight: the first of two with weights 3 and 1 comes up three times as often. */
export function weighted<Item>(items: readonly Item[], weight: (item: Item, place: number) => number): (random: Seeded) => Item {
  const ends: number[] = [];
  for (const [place, item] of items.entries()) ends.push((ends.at(-1) ?? 0) + weight(item, place));
  const total = ends.at(-1) ?? 0;
  return (random) => {
    const at = random.share() * total;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    const item = items[low];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
}
