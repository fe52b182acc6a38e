import { paths } from "../paths.ts";

/** What can be heard of a page, ready for its button. */
export interface Heard {
  /** Đọc cho nghe · Nghe tiếng Raglai */
  readonly words: string;
  /** Addresses of the sounds, one after the other; none where the browser has to speak for itself. */
  readonly sounds: readonly string[];
  /** There is something to choose: the office has voices in other languages. */
  readonly choice: boolean;
}

/**
 * The page read aloud. A sound of ours is a link, which plays without scripts too; speak.ts plays it in its place. Without one the button shows
 * itself where the browser has a Vietnamese voice.
 */
export function ReadAloud({ heard, here }: { heard: Heard | undefined; here: string }) {
  const { pathname, search } = new URL(here);
  const [first, ...then] = heard?.sounds ?? [];
  return (
    <>
      {heard?.choice ? (
        <a class="tongue" href={paths.languageFrom(pathname + search)}>
          Đổi tiếng
        </a>
      ) : null}
      {first === undefined ? (
        <button class="quiet speak" type="button" data-speak hidden>
          Đọc cho nghe
        </button>
      ) : (
        <a class="button quiet speak" href={first} data-then={then.join(" ") || undefined} data-listen>
          {heard?.words}
        </a>
      )}
    </>
  );
}

/** One sound to be listened to; a link that speak.ts turns into a button. */
export function PlayLink({ sound, of }: { sound: string; of: string }) {
  return (
    <a class="button quiet" href={sound} data-listen>
      Nghe<span class="sr"> {of}</span>
    </a>
  );
}
