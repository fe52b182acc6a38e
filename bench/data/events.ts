import type { Sql } from "../../src/store/database/database.ts";

/** What was answered in a life: of a birth the child and its parents, otherwise who asks and one other person. */
export const ANSWERS = `case when life.child is null
  then jsonb_build_object('nyc.hoTen', life.applicant, 'nyc.soDinhDanh', life.number, 'nguoiLienQuan.hoTen', life.other, 'nguoiLienQuan.soDinhDanh', life.other_number)
  else jsonb_build_object('nyc.hoTen', life.applicant, 'nyc.soDinhDanh', life.number, 'cha.hoTen', life.applicant, 'cha.soDinhDanh', life.number,
    'me.hoTen', life.other, 'me.soDinhDanh', life.other_number, 'con.hoTen', life.child, 'con.ngaySinh', life.born_on) end`;

const DECLARATION = `jsonb_build_object('title', 'Tờ khai: ' || life.procedure_name, 'oath', 'Tôi cam đoan những nội dung khai trên đây là đúng.', 'sections', jsonb_build_array(
  jsonb_build_object('title', 'Nội dung', 'rows', (select jsonb_agg(jsonb_build_object('field', key, 'page', key, 'label', key, 'value', value)) from jsonb_each(answers)))))`;

const due = (day: string) =>
  `jsonb_build_object('day', ${day}, 'time', '17:00', 'explanation', jsonb_build_array('Hẹn trả theo thời hạn.'))`;

const LODGED = `jsonb_build_object('procedure', jsonb_build_object('code', life.procedure, 'version', life.version, 'name', life.procedure_name), 'answers', answers,
  'declaration', ${DECLARATION}, 'applicant', jsonb_build_object('name', life.applicant, 'identityNumber', life.number, 'phone', coalesce(life.phone, '')), 'papers', '[]'::jsonb,
  'channel', life.channel, 'point', life.point, 'trackingCode', life.tracking_code, 'fee', jsonb_build_object('amountDong', 0, 'words', 'Không thu lệ phí'), 'due', ${due("life.promised_on")})
  || case when life.point is null then '{}'::jsonb else jsonb_build_object('help', jsonb_build_object('degree', life.help, 'byVolunteer', false, 'mandate', null,
    'helpers', case when life.help = 'alone' then '[]'::jsonb else jsonb_build_array('Mấu Thị Trực Thử') end)) end`;

const RESULT = `jsonb_build_object('code', life.result_code, 'name', 'Kết quả: ' || life.procedure_name, 'register', 'so-' || life.procedure,
  'year', extract(year from bench.day(life.signed_at))::int, 'number', life.entry, 'sha256', encode(sha256(int8send(life.i)), 'hex'), 'signer', 'Cao Văn Ký Mẫu',
  'issuedOn', bench.day(life.signed_at), 'subject', coalesce(life.child, life.applicant))`;

/** What happens in a life: the type of the event, when, and what it says. In the order in which it happens. */
const EVENTS: readonly (readonly [type: string, at: string, data: string])[] = [
  ["lodged", "lodged_at", LODGED],
  ["declined", "declined_at", `jsonb_build_object('reason', 'Không thuộc thẩm quyền của xã.')`],
  ["accepted", "accepted_at", `jsonb_build_object('dossierCode', life.dossier_code, 'due', ${due("life.accepted_due")})`],
  [
    "supplement-requested",
    "requested_at",
    `jsonb_build_object('reasons', jsonb_build_array('thieu-giay-to'), 'words', 'Xin bổ sung giấy tờ còn thiếu.')`,
  ],
  ["stopped", "stopped_at", `jsonb_build_object('reason', 'Quá hạn bổ sung giấy tờ.')`],
  ["supplemented", "supplemented_at", `jsonb_build_object('papers', '[]'::jsonb, 'words', '', 'due', ${due("life.later_due")})`],
  ["proposed", "proposed_at", `jsonb_build_object('note', 'Đủ điều kiện giải quyết.')`],
  ["signed", "signed_at", `jsonb_build_object('result', ${RESULT})`],
  ["handed-over", "handed_at", `jsonb_build_object('to', life.applicant, 'identityNumber', life.number, 'place', 'bộ phận một cửa')`],
];

/**
 * The logs of an office's lives, all or only of what is not over yet, each event upon the hash of the one before, as the trigger does event by event. The trigger rests meanwhile (see `atRest`).
 */
export async function writeLogs(sql: Sql, office: string, which: "all" | "open"): Promise<void> {
  const happened = EVENTS.map(
    ([type, at, data], place) =>
      `select ${place} as place, '${type}' as type, life.${at} as at, case when life.${at} is not null then ${data} end as data`,
  ).join("\n union all ");
  await sql.unsafe(
    `
    insert into dossier_events (office, dossier, sequence, at, actor, key, type, data, prev_sha256, sha256)
    select office, dossier, sequence, at, actor, key, type, data, lag(sha256) over (partition by dossier order by sequence), sha256
    from (
      select office, dossier, sequence, at, actor, key, type, data,
        bench.chained(row(office, dossier, sequence, at, actor, key, type, data, null, null)::dossier_events) over (partition by dossier order by sequence) as sha256
      from (
        select life.office, life.dossier, row_number() over (partition by life.dossier order by place)::int as sequence, at, type, data,
          case when place = 0 then jsonb_build_object('role', 'citizen', 'id', null, 'name', life.applicant)
            else jsonb_build_object('role', 'officer', 'id', life.staff, 'name', life.staff_name) end as actor,
          life.dossier || ':' || place as key
        from bench.lives life cross join lateral (select ${ANSWERS} as answers offset 0) answered cross join lateral (${happened}) event
        where life.office = $1 and at is not null ${which === "all" ? "" : "and (life.declined_at, life.stopped_at, life.handed_at) is not distinct from (null, null, null)"}
      ) numbered
    ) chained`,
    [office],
  );
}
