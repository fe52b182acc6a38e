import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Chance that can be repeated: the same seed draws the same lots. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** One of these, each as likely. */
  oneOf<Value>(values: readonly Value[]): Value;
  /** One of these, by their weights. */
  weighted<Value>(values: readonly (readonly [Value, number])[]): Value;
  /** Happens so many times out of a hundred. */
  percent(share: number): boolean;
}

export function chanceOf(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const between = (least: number, most: number) => uniformInt(generator, least, most);
  const oneOf = <Value>(values: readonly Value[]): Value => {
    const value = values[between(0, values.length - 1)];
    if (value === undefined) throw new Error("nothing to draw from");
    return value;
  };
  return {
    between,
    oneOf,
    weighted: (values) => {
      let lot = between(
        1,
        values.reduce((sum, [, weight]) => sum + weight, 0),
      );
      for (const [value, weight] of values) {
        lot -= weight;
        if (lot <= 0) return value;
      }
      throw new Error("nothing to draw from");
    },
    percent: (share) => between(1, 100) <= share,
  };
}
