import { paths } from "../../../paths.ts";

/** The dossiers before and behind this one in the list that somebody came from, and the list. */
export function Neighbours({
  around,
  list,
  back,
}: {
  around: { readonly before: string | null; readonly after: string | null };
  list: string;
  back: string;
}) {
  return (
    <nav class="row tight" aria-label="Trong danh sách">
      {around.before ? (
        <a href={paths.officeDossierFrom(around.before, list)} data-key="k" aria-keyshortcuts="k" rel="prev">
          Hồ sơ trước <kbd>k</kbd>
        </a>
      ) : null}
      {around.after ? (
        <a href={paths.officeDossierFrom(around.after, list)} data-key="j" aria-keyshortcuts="j" rel="next">
          Hồ sơ sau <kbd>j</kbd>
        </a>
      ) : null}
      <a href={back} data-key="u" aria-keyshortcuts="u">
        Về danh sách <kbd>u</kbd>
      </a>
      <span class="hint" data-keys />
    </nav>
  );
}
