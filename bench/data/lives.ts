import { fold } from "../../src/domain/people/names.ts";
import type { Sql } from "../../src/store/database/database.ts";
import { list } from "./chance.ts";
import { BENCH_OFFICES, officerOf } from "./offices.ts";

export interface BenchProcedure {
  readonly code: string;
  readonly version: string;
  readonly name: string;
}

export interface Wanted {
  readonly seed: number;
  readonly count: number;
  readonly now: Date;
  /** The often asked ones first. */
  readonly procedures: readonly BenchProcedure[];
}

const YEARS = 3;

/**
 * A row of `bench.lives` for each dossier, made by the server in one statement, in the order they came in over the three years before `now`: a third each online at the point, online
 * elsewhere, at the counter. Each lives a plausible life in office hours (accepted within a day, an eighth owes a paper, one in twelve is late, most results are fetched within the
 * week), cut off at `now`, so that what is open is recent, as in an office that does its work. Due dates are told without holidays: lists do not care.
 */
export async function makeLives(sql: Sql, { seed, count, now, procedures }: Wanted): Promise<void> {
  const first = new Date(now.getTime() - YEARS * 365 * 86_400_000);
  const ends = endsOf(BENCH_OFFICES.map(({ weight }) => weight));
  const procedureEnds = endsOf(procedures.map((_, place) => 1 / (place + 2)));
  const at = (raw: string, before: string) => `least(greatest(bench.at_work(${raw}), ${before}), ${before} + interval '300 days')`;
  const hours = (salt: number, most: string) => `make_interval(secs => 3600 * bench.share(i, ${salt}) * (${most}))`;
  await sql.unsafe(`
    create unlogged table bench.offices as
      select o.*, s.staff, s.name as staff_name
      from (select * from unnest(${list(BENCH_OFFICES.map(({ office }) => office))}, ${list(BENCH_OFFICES.map(({ identifier }) => identifier))},
        ${list(BENCH_OFFICES.map(({ point }) => point ?? ""))}, ${list(BENCH_OFFICES.map(officerOf))}) with ordinality as o (office, identifier, point, officer, place)) o
      join staff s on s.office = o.office and s.username = o.officer;
    create unlogged table bench.procedures as
      select * from unnest(${list(procedures.map(({ code }) => code))}, ${list(procedures.map(({ version }) => version))}, ${list(procedures.map(({ name }) => name))},
        ${list(procedures.map(({ name }) => fold(name)))}) with ordinality as p (code, version, name, name_ascii, place)`);
  // each step of a life stands upon the one before it; what lies beyond now has not happened
  await sql.unsafe(`
    create unlogged table bench.lives as
    with drawn as materialized (
      select i, width_bucket(bench.share(i, 1), array[${ends.join(", ")}]::float8[]) + 1 as office_place,
        width_bucket(bench.share(i, 2), array[${procedureEnds.join(", ")}]::float8[]) + 1 as procedure_place,
        least(bench.at_work('${first.toISOString()}'::timestamptz + make_interval(secs => ${(now.getTime() - first.getTime()) / 1000} * (i - 1 + bench.share(i, 3)) / ${count})),
          '${now.toISOString()}'::timestamptz - interval '1 minute') as lodged_at,
        (array[1, 2, 3, 5, 5, 10, 15])[1 + floor(bench.share(i, 4) * 7)::int] as term,
        bench.share(i, 5) < 0.66 as online, bench.share(i, 6) < 0.02 as declines, bench.share(i, 7) < 0.12 as owes, bench.share(i, 8) < 0.1 as gives_up,
        bench.share(i, 9) < 0.08 as lingers, bench.share(i, 10) < 0.9 as hurries
      from generate_series(1::bigint, ${count}::bigint) as i
    ), first_step as (
      select *, case when declines then ${at(`lodged_at + ${hours(11, "30")}`, "lodged_at")} end as declined_raw,
        case when not declines then ${at(`lodged_at + ${hours(12, "16")}`, "lodged_at")} end as accepted_raw
      from drawn offset 0
    ), asking as (
      select *, case when owes then ${at(`accepted_raw + ${hours(13, "24")}`, "accepted_raw")} end as requested_raw from first_step offset 0
    ), answering as (
      select *, case when gives_up then ${at(`requested_raw + ${hours(14, "720")}`, "requested_raw")} end as stopped_raw,
        case when not gives_up then ${at(`requested_raw + ${hours(15, "240")}`, "requested_raw")} end as supplemented_raw
      from asking offset 0
    ), working as (
      select *, case when stopped_raw is null then
        ${at(`coalesce(supplemented_raw, accepted_raw) + ${hours(16, "case when lingers then term * 24 + 48 else term * 18 end")}`, "coalesce(supplemented_raw, accepted_raw)")} end as proposed_raw
      from answering offset 0
    ), signing as (
      select *, ${at(`proposed_raw + ${hours(17, "20")}`, "proposed_raw")} as signed_raw from working offset 0
    ), fetching as (
      select *, ${at(`signed_raw + ${hours(18, "case when hurries then 168 else 2880 end")}`, "signed_raw")} as handed_raw from signing offset 0
    ), happened as (
      select i, office_place, procedure_place, lodged_at, term, online, ${[
        "declined",
        "accepted",
        "requested",
        "stopped",
        "supplemented",
        "proposed",
        "signed",
        "handed",
      ]
        .map((step) => `case when ${step}_raw <= '${now.toISOString()}' then ${step}_raw end as ${step}_at`)
        .join(", ")}
      from fetching offset 0
    )
    select i, bench.id_at(lodged_at, i, 20) as dossier, o.office, o.identifier, o.staff, o.staff_name, p.code as procedure, p.version, p.name as procedure_name, p.name_ascii,
      lodged_at, declined_at, accepted_at, requested_at, stopped_at, supplemented_at, proposed_at, signed_at, handed_at,
      case when online then 'online' when bench.share(i, 21) < 0.9 then 'direct' else 'post' end as channel,
      case when online and o.point <> '' and bench.share(i, 22) < 0.5 then o.point end as point,
      bench.pick(array['alone', 'guided', 'guided', 'done-for'], bench.share(i, 23)) as help,
      bench.person(i, 3) as applicant, bench.identity(i, 3) as number, case when bench.share(i, 24) < 0.8 then '09' || lpad((hashint8extended(i, ${seed} + 99) & 67108863)::text, 8, '0') end as phone,
      bench.person(i, 4) as other, bench.identity(i, 4) as other_number,
      case when p.code = '1.001193' then bench.person(i, 5) end as child,
      case when p.code = '1.001193' then bench.day(lodged_at) - 3 - floor(bench.share(i, 25) * 60)::int end as born_on,
      bench.code_10(i) as tracking_code, bench.code_12(i) as result_code,
      bench.due_after(lodged_at, term) as promised_on, bench.due_after(accepted_at, term) as accepted_due, bench.due_after(supplemented_at, term) as later_due,
      case when accepted_at is not null then o.identifier || '-' || to_char(bench.day(accepted_at), 'YYMMDD') || '-'
        || lpad(row_number() over (partition by o.office, bench.day(accepted_at) order by accepted_at, i)::text, 4, '0') end as dossier_code,
      case when signed_at is not null then row_number() over (partition by o.office, p.code, extract(year from bench.day(signed_at)) order by signed_at, i)::int end as entry
    from happened join bench.offices o on o.place = office_place join bench.procedures p on p.place = procedure_place order by i`);
  await sql.unsafe("create unique index on bench.lives (office, dossier); analyze bench.lives");
}

/** Where the share of each ends, but for the last: for width_bucket. */
export function endsOf(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  return weights.slice(0, -1).map((weight) => {
    passed += weight / total;
    return passed;
  });
}
