import { z } from "zod";
import { fold } from "../people/names.ts";
import type { Procedure } from "./procedure.ts";

/**
 * content/search/words.yaml: regional words and phone spellings, and words that say nothing about a procedure, all folded; and the codes of the
 * procedures that are asked for most.
 */
export const searchWordsSchema = z.strictObject({
  same: z.record(z.string(), z.string()),
  ignore: z.array(z.string()),
  often: z.array(z.string()).default([]),
});

export type SearchWords = z.infer<typeof searchWordsSchema>;

export interface SearchHit {
  readonly code: string;
  readonly name: string;
  /** 0 … 1; one is a phrase of the procedure word for word. */
  readonly score: number;
}

export interface SearchIndex {
  /** The procedures that the words mean, the likeliest first; empty when they mean none. */
  search(query: string, limit: number): SearchHit[];
}

/**
 * People ask in their own words: without accents, with typing errors, in the speech of the south. Each procedure lists phrases in which it is
 * asked for. Query and phrases are folded, regional words put in place, words that say nothing taken out; then a phrase counts by how much of
 * the query it explains and how much of itself the query says, rare words more than common ones. A word may differ by a letter.
 */
export function makeSearchIndex(procedures: readonly Procedure[], words: SearchWords): SearchIndex {
  const speech = makeSpeech(words);
  const entries = procedures.map((procedure) => ({
    code: procedure.code,
    name: procedure.name,
    often: words.often.includes(procedure.code) ? OFTEN : 0,
    phrases: unique([procedure.name, procedure.formalName, ...procedure.words.search].map((text) => speech.tokens(text).join(" "))).map(
      (text) => text.split(" "),
    ),
  }));
  const weights = weighWords(entries.map((entry) => new Set(entry.phrases.flat())));
  const codes = new Map(procedures.flatMap((procedure) => [procedure.code, ...procedure.aliases].map((code) => [code, procedure])));

  return {
    search: (query, limit) => {
      const exact = codes.get(query.trim());
      if (exact) return [{ code: exact.code, name: exact.name, score: 1 }];
      const asked = unique(speech.tokens(query.slice(0, LONGEST_QUERY)));
      if (asked.length === 0) return [];
      return entries
        .map(({ code, name, often, phrases }) => ({ code, name, score: scoreEntry(asked, phrases, weights) * (1 - OFTEN) + often }))
        .filter((hit) => hit.score >= MEANS_SOMETHING)
        .sort((a, b) => b.score - a.score || a.code.localeCompare(b.code))
        .slice(0, limit);
    },
  };
}

/** Characters; nobody asks for a procedure in more. */
const LONGEST_QUERY = 200;
/** What is asked for most goes before its rarer sisters where the words fit both: a birth before a birth registered anew. */
const OFTEN = 0.03;
/** Under this a hit is chance: measured on sentences that mean nothing (test/domain/catalogue/search.test.ts). */
const MEANS_SOMETHING = 0.5;

type Weights = (word: string) => number;

function scoreEntry(asked: readonly string[], phrases: readonly string[][], weights: Weights): number {
  const best = Math.max(...phrases.map((phrase) => scorePhrase(asked, phrase, weights)));
  const all = coverage(asked, unique(phrases.flat()), weights);
  return 0.8 * best + 0.2 * all;
}

function scorePhrase(asked: readonly string[], phrase: readonly string[], weights: Weights): number {
  const said = coverage(asked, phrase, weights);
  const explained = coverage(phrase, asked, weights);
  return (0.62 * said + 0.38 * explained) * (0.9 + 0.1 * inOrder(asked, phrase));
}

/** The weight of those words of `of` that `by` has, as a share of all of them. */
function coverage(of: readonly string[], by: readonly string[], weights: Weights): number {
  let all = 0;
  let covered = 0;
  for (const word of of) {
    const weight = weights(word);
    all += weight;
    covered += weight * Math.max(0, ...by.map((other) => likeness(word, other)));
  }
  return all === 0 ? 0 : covered / all;
}

/** The share of neighbouring words of the query that stand side by side in the phrase too. */
function inOrder(asked: readonly string[], phrase: readonly string[]): number {
  if (asked.length < 2) return 1;
  const pairs = new Set(phrase.slice(1).map((word, index) => `${phrase[index]} ${word}`));
  const kept = asked.slice(1).filter((word, index) => pairs.has(`${asked[index]} ${word}`)).length;
  return kept / (asked.length - 1);
}

/** 1 for the same word, less for the same sound or one letter's difference, 0 otherwise. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (sound(a) === sound(b)) return 0.85;
  if (Math.min(a.length, b.length) < 3 || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return 0;
  if (!oneEditApart(a, b)) return 0;
  return a.length >= 5 ? 0.8 : 0.62;
}

/** How a syllable sounds where tr and ch, s and x, n and ng, t and c are not told apart, as people there write it by ear. */
function sound(word: string): string {
  const known = SOUNDS.get(word);
  if (known !== undefined) return known;
  const heard = word
    .replace(/^tr/, "ch")
    .replace(/^s(?!h)/, "x")
    .replace(/^(gi|r)(?=[aeiouy])/, "d")
    .replace(/y/g, "i")
    .replace(/ng$/, "n")
    .replace(/c$/, "t");
  if (SOUNDS.size < 10_000) SOUNDS.set(word, heard);
  return heard;
}

const SOUNDS = new Map<string, string>();

function oneEditApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1);
  const swapped = short[start] === long[start + 1] && short[start + 1] === long[start] && short.slice(start + 2) === long.slice(start + 2);
  return swapped || short.slice(start + 1) === long.slice(start + 1);
}

/** Rare words tell procedures apart. A word that no procedure knows weighs as much as the rarest. */
function weighWords(vocabularies: readonly Set<string>[]): Weights {
  const counts = new Map<string, number>();
  for (const vocabulary of vocabularies) for (const word of vocabulary) counts.set(word, (counts.get(word) ?? 0) + 1);
  const known = [...counts.keys()];
  const cache = new Map<string, number>();
  return (word) => {
    const weighed = cache.get(word);
    if (weighed !== undefined) return weighed;
    const count =
      counts.get(word) ?? Math.max(0, ...known.filter((other) => likeness(word, other) > 0).map((other) => counts.get(other) ?? 0));
    const weight = Math.log(1 + (vocabularies.length - count + 0.5) / (count + 0.5));
    if (cache.size < 10_000) cache.set(word, weight);
    return weight;
  };
}

/** Folds a sentence, puts the standard words in place of regional ones (longest first) and leaves out words that say nothing. */
function makeSpeech(words: SearchWords): { tokens(text: string): string[] } {
  const same = Object.entries(words.same)
    .map(([spoken, standard]) => ({ spoken: ` ${fold(spoken)} `, standard: ` ${fold(standard)} ` }))
    .sort((a, b) => b.spoken.length - a.spoken.length);
  const ignored = new Set(words.ignore.map(fold));
  return {
    tokens: (text) => {
      let sentence = ` ${fold(text)} `;
      for (const { spoken, standard } of same) if (sentence.includes(spoken)) sentence = sentence.replaceAll(spoken, standard);
      const all = sentence
        .trim()
        .split(" ")
        .filter((word) => word.length > 1 || /\p{L}/u.test(word));
      const telling = all.filter((word) => !ignored.has(word));
      return telling.length > 0 ? telling : [];
    },
  };
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
