import { paths } from "../paths.ts";

/** Where a form said that it came from, if that is a page of ours (one slash and then a word, never "//elsewhere"); else the first page. */
export function ourPath(back: string): string {
  return /^\/(?![/\\])/.test(back) ? back : paths.home;
}
