import { paths } from "../../paths.ts";

/** The way to a dossier from a table; keys walk from one to the next. `list` is the one that whoever follows it goes on with. */
export function DossierLink({ dossier, words, list = "" }: { dossier: string; words: string; list?: string }) {
  return (
    <a href={paths.officeDossierFrom(dossier, list)} data-row>
      {words}
    </a>
  );
}
