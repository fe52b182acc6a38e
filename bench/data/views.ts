/** What stands in each table of a life: statements that read `bench.lives` and depend on no other, so that several run at once. */
const LIFE = `bench.lives life`;

const LAST_DUE = "coalesce(life.later_due, life.accepted_due, life.promised_on)";

const STATUS = `case when life.declined_at is not null then 'not-accepted' when life.stopped_at is not null then 'stopped' when life.handed_at is not null then 'returned'
  when life.signed_at is not null then 'decided' when life.proposed_at is not null then 'processing'
  when life.requested_at is not null and life.supplemented_at is null then 'supplement-requested' when life.accepted_at is not null then 'accepted' else 'lodged' end`;

const PROPOSED = "(life.proposed_at is not null and life.signed_at is null)";

/** Names that stand in a declaration beside the applicant's, each once and in order, as the list of work holds them. */
const OTHERS = `(select coalesce(string_agg(name, ' ' order by name collate "C"), '') from (
  select distinct name from unnest(array[life.other, life.child]) as name where name is not null and name <> life.applicant) named)`;

const SETTLED = "coalesce(life.declined_at, life.stopped_at, life.signed_at)";

const ASLEEP = "(life.requested_at is not null and life.supplemented_at is null and life.stopped_at is null)";

const STEPS = num("declined_at", "accepted_at", "requested_at", "stopped_at", "supplemented_at", "proposed_at", "signed_at", "handed_at");

function num(...steps: string[]): string {
  return steps.map((step) => `life.${step}`).join(", ");
}

export const WRITTEN: Readonly<Record<string, string>> = {
  dossiers: `insert into dossiers (office, dossier, tracking_code, sequence, created_at)
    select office, dossier, tracking_code, 1 + num_nonnulls(${STEPS}), lodged_at from ${LIFE} order by i`,

  dossier_list: `insert into dossier_list (office, dossier, status, proposed, procedure, procedure_name, applicant, search_ascii, tracking_code, dossier_code, channel, point,
      lodged_at, due_day, due_time)
    select office, dossier, ${STATUS}, ${PROPOSED}, procedure, procedure_name, applicant,
      concat_ws(' ', bench.folded(applicant), number, phone, name_ascii, bench.folded(dossier_code), lower(tracking_code), nullif(bench.folded(${OTHERS}), '')),
      tracking_code, dossier_code, channel, point, lodged_at, ${LAST_DUE}, '17:00' from ${LIFE} order by i`,

  dossier_work: `insert into dossier_work (office, dossier, owner, owner_name, asked, answered, open)
    select office, dossier, case when accepted_at is not null then staff end, case when accepted_at is not null then staff_name end, 0, 0, ${SETTLED} is null from ${LIFE} order by i`,

  dossier_steps: `insert into dossier_steps (office, dossier, step, version, plan, pauses)
    select office, dossier, case when ${ASLEEP} then 'citizen' when accepted_at is null then 'reception' when ${PROPOSED} then 'signing' else 'work' end, version,
      jsonb_build_object('from', bench.iso(lodged_at), 'promised', jsonb_build_object('day', promised_on, 'time', '17:00'), 'step', 'reception'),
      case when requested_at is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object('from', bench.iso(requested_at), 'to', bench.iso(supplemented_at))) end
    from ${LIFE} where ${SETTLED} is null`,

  dossier_facts: `insert into dossier_facts (office, dossier, procedure, channel, point, degree, received_on, outcome, settled_on, took, timeliness, due_on, asleep, supplemented)
    select office, dossier, procedure, channel, coalesce(point, ''), case when point is null then 'unknown' else help end, bench.day(lodged_at),
      case when declined_at is not null then 'turned-away' when stopped_at is not null then 'stopped' when signed_at is not null then 'issued' else 'open' end,
      bench.day(settled_at), bench.day(settled_at) - bench.day(lodged_at),
      case when settled_at is null then null when bench.day(settled_at) < due_on then 'early'
        when bench.day(settled_at) > due_on or to_char(settled_at at time zone 'UTC' + interval '7 hours', 'HH24:MI') > '17:00' then 'late' else 'on-day' end,
      due_on, ${ASLEEP}, requested_at is not null
    from (select life.*, ${SETTLED} as settled_at, ${LAST_DUE} as due_on from ${LIFE} order by i) life`,

  result_list: `insert into result_list (office, result_code, dossier, name, register, year, number, sha256, issued_on)
    select office, result_code, dossier, 'Kết quả: ' || procedure_name, 'so-' || procedure, extract(year from bench.day(signed_at))::int, entry,
      encode(sha256(int8send(i)), 'hex'), bench.day(signed_at)
    from ${LIFE} where signed_at is not null order by i`,

  register_entries: `insert into register_entries (office, register, year, number, dossier, result_code, subject, entered_at)
    select office, 'so-' || procedure, extract(year from bench.day(signed_at))::int, entry, dossier, result_code, coalesce(child, applicant), signed_at
    from ${LIFE} where signed_at is not null order by i`,

  register_list: `insert into register_list (office, register, year, number, dossier, result_code, name, subject, subject_ascii, entered_on)
    select office, 'so-' || procedure, extract(year from bench.day(signed_at))::int, entry, dossier, result_code, 'Kết quả: ' || procedure_name, coalesce(child, applicant),
      bench.folded(coalesce(child, applicant)), bench.day(signed_at)
    from ${LIFE} where signed_at is not null order by i`,

  counters: `insert into counters (office, name, last)
    select office, 'dossier:' || bench.day(accepted_at), count(*) from ${LIFE} where accepted_at is not null group by 1, 2`,
};
