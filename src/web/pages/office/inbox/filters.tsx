import { randomUUID } from "node:crypto";
import { type choicesOf, DUE_RANGES, type ListChoice } from "../../../../operations/dossiers/work-list.ts";
import type { SavedFilter } from "../../../../store/records/saved-filters.ts";
import { paths } from "../../../paths.ts";
import { CHANNEL_WORDS } from "../dossier/summary.tsx";
import { type ChosenList, listFields } from "../list-choice.ts";

interface FormProps {
  readonly here: string;
  readonly list: ChosenList;
  readonly choices: Awaited<ReturnType<typeof choicesOf>>;
  /** Only the words. */
  readonly short: boolean;
}

/** Words to look for, and folded away what else narrows the list. Posted, so that a name stands in no address. */
export function FilterForm({ here, list, choices, short }: FormProps) {
  const { choice } = list;
  const narrowed = [choice.owner, choice.procedure, choice.channel, choice.point, choice.due, choice.asked ? "1" : ""].some(Boolean);
  return (
    <form method="post" action={here}>
      <input type="hidden" name="muc" value={choice.tab} />
      <div class="row">
        <label class="sr" for="tim">
          Tìm tên, mã, số
        </label>
        <input type="search" id="tim" name="tim" value={choice.words} placeholder="Tên, mã hồ sơ, số định danh" />
        <button class="quiet" type="submit">
          Tìm
        </button>
        <span class="hint" data-keys />
      </div>
      {short ? null : (
        <details class="filter" open={narrowed}>
          <summary>Lọc kỹ hơn</summary>
          <div class="row">
            <Pick
              id="cua"
              label="Của ai"
              value={listFields({ choice, saved: "" }).cua ?? ""}
              options={[
                { value: "toi", words: "của tôi" },
                { value: "chua-ai", words: "chưa ai nhận" },
                ...choices.officers.map(({ staff, name }) => ({ value: staff, words: name })),
              ]}
            />
            <Pick
              id="thu-tuc"
              label="Thủ tục"
              value={choice.procedure}
              options={choices.procedures.map(({ code, name }) => ({ value: code, words: name }))}
            />
            <Pick
              id="kenh"
              label="Kênh"
              value={choice.channel}
              options={Object.entries(CHANNEL_WORDS).map(([value, words]) => ({ value, words }))}
            />
            <Pick
              id="diem"
              label="Điểm"
              value={choice.point}
              options={choices.points.map(({ point, name }) => ({ value: point, words: name }))}
            />
            <Pick
              id="han"
              label="Hẹn trả"
              value={choice.due}
              options={Object.entries(DUE_RANGES).map(([value, { words }]) => ({ value, words }))}
            />
            <label class="check">
              <input type="checkbox" name="cho" value="1" checked={choice.asked} /> Đang chờ trả lời
            </label>
            <button class="quiet" type="submit">
              Lọc
            </button>
          </div>
        </details>
      )}
    </form>
  );
}

function Pick({
  id,
  label,
  value,
  options,
}: {
  id: string;
  label: string;
  value: string;
  options: readonly { value: string; words: string }[];
}) {
  return (
    <div class="pick">
      <label for={id}>{label}</label>
      <select id={id} name={id}>
        <option value="">tất cả</option>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The filters that this member of staff kept, and the present one to be kept. */
export function SavedFilters({ here, list, filters }: { here: string; list: ChosenList; filters: readonly SavedFilter<ListChoice>[] }) {
  return (
    <div class="row tight saved">
      {filters.map(({ filter, name }) => (
        <form method="post" action={paths.officeFilterAway(filter)} class="chip">
          <a href={`${here}?loc=${filter}`} aria-current={filter === list.saved ? "true" : undefined}>
            {name}
          </a>
          <button class="plain" type="submit">
            <span aria-hidden="true">×</span>
            <span class="sr">Bỏ bộ lọc {name}</span>
          </button>
        </form>
      ))}
      <details>
        <summary>Lưu bộ lọc này</summary>
        <form method="post" action={paths.officeFilters} class="row">
          <input type="hidden" name="id" value={randomUUID()} />
          {Object.entries(listFields({ choice: list.choice, saved: "" })).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <label for="ten-loc">Tên bộ lọc</label>
          <input type="text" id="ten-loc" name="ten" maxlength={60} autocomplete="off" />
          <button class="quiet" type="submit">
            Lưu
          </button>
        </form>
      </details>
    </div>
  );
}
