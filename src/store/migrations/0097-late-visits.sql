-- Visits that were noted on paper while power or line were out, and typed in afterwards. They are visits like others, on the day on which they happened; here stands when
-- they were typed in, and by whom. A sheet without a visit says that nobody came.

create table late_sheets (
  office text not null,
  sheet uuid not null,
  point text not null,
  day date not null,
  -- made with the form: the same sheet sent twice is one
  key text not null,
  visits int not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (office, sheet),
  unique (office, key),
  foreign key (office, point) references points,
  foreign key (office, recorded_by) references staff (office, staff),
  foreign key (office, withdrawn_by) references staff (office, staff),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index late_sheets_by_day on late_sheets (office, point, day);

create table late_visits (
  office text not null,
  visit uuid not null,
  sheet uuid not null,
  primary key (office, visit),
  foreign key (office, visit) references visits (office, visit),
  foreign key (office, sheet) references late_sheets
);
create index late_visits_by_sheet on late_visits (office, sheet);

-- A visit that was typed in late is over: nothing in it changes any more, it can only be taken back. So its second cell is counted here, once.
create function tally_late_visit() returns trigger language plpgsql as $$
declare
  late late_visits := case when tg_op = 'DELETE' then old else new end;
begin
  insert into tally_deltas (office, day, kind, point, subject, channel, degree, took, n)
  select office, day, 'late-visit', point, purpose, '', case when helper is not null then 'guided' when peer then 'peer' else 'alone' end, 0,
    case when tg_op = 'DELETE' then -1 else 1 end
  from visits where office = late.office and visit = late.visit;
  return null;
end $$;
create trigger late_visits_are_tallied after insert or delete on late_visits for each row execute function tally_late_visit();

create or replace view counted_cells as
  select fact.office, cell.kind, cell.day, fact.point, fact.procedure as subject, fact.channel, fact.degree, cell.took
  from dossier_facts fact cross join lateral fact_cells(fact) as cell
  union all
  select office, case when state = 'left' then 'left' else 'visit' end, day, point, purpose, '',
    case when helper is not null then 'guided' when peer then 'peer' else 'alone' end, 0
  from visits
  union all
  select visit.office, 'late-visit', visit.day, visit.point, visit.purpose, '',
    case when visit.helper is not null then 'guided' when visit.peer then 'peer' else 'alone' end, 0
  from late_visits late join visits visit on visit.office = late.office and visit.visit = late.visit;
