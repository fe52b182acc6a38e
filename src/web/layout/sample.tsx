import type { Picture } from "../../domain/papers/picture.ts";
import { paths } from "../paths.ts";

/** What the paper looks like: a drawing of a filled one, where there is one. A tap opens it large. */
export function Sample({
  open = false,
  pictures,
  paper,
}: {
  pictures: ReadonlyMap<string, Picture>;
  paper: { name: string; picture?: string | undefined };
  /** where this paper is what the page is about */
  open?: boolean;
}) {
  const name = paper.picture ?? "";
  const picture = pictures.get(name);
  if (!picture) return null;
  const address = paths.picture(name, picture.version);
  return (
    <details class="sample" open={open}>
      <summary>Giấy này trông như thế này</summary>
      <a href={address}>
        <img
          src={address}
          alt={`Hình vẽ một bản mẫu đã điền: ${paper.name}`}
          width={picture.widthPx}
          height={picture.heightPx}
          loading="lazy"
        />
      </a>
    </details>
  );
}
