import { officeTime } from "../../../../base/clock.ts";
import { paths } from "../../../paths.ts";

/** Somebody else has the dossier open just now: told plainly, with the way to go on all the same. The script keeps the lease and tells what changes. */
export function OpenNow({ id, other, list }: { id: string; other: { name: string; since: Date } | null; list: string }) {
  return (
    <div data-lease={paths.officeOpenNow(id)} data-leave={paths.officeLeft(id)}>
      <p class="notice warn" role="status" data-other hidden={other === null}>
        {other === null ? "" : `${other.name} đang mở hồ sơ này từ ${officeTime(other.since)}. Xin hỏi nhau trước khi làm.`}
      </p>
      {other === null ? null : (
        <form method="post" action={paths.officeGoOn(id)}>
          <input type="hidden" name="tu" value={list} />
          <button class="quiet" type="submit">
            Tôi làm tiếp hồ sơ này
          </button>
        </form>
      )}
    </div>
  );
}
