-- What statistics are counted from. dossier_facts is a view of the log (one row a dossier, nothing that names anybody); tallies are sums of facts and of visits. They are
-- kept by triggers, so that a tally is right as soon as the fact is there, whoever wrote it. New sums are appended and folded together later: two people who file at
-- the same moment never wait for one row.

create table dossier_facts (
  office text not null,
  dossier uuid not null,
  procedure text not null,
  channel text not null,
  point text not null,
  degree text not null,
  received_on date not null,
  outcome text not null,
  settled_on date,
  took int,
  timeliness text,
  due_on date not null,
  asleep boolean not null,
  supplemented boolean not null,
  primary key (office, dossier)
);
create index dossier_facts_received on dossier_facts (office, received_on, dossier);
create index dossier_facts_settled on dossier_facts (office, settled_on, dossier) where settled_on is not null;
create index dossier_facts_open on dossier_facts (office, due_on) where outcome = 'open';

create table tally_deltas (
  office text not null,
  day date not null,
  kind text not null,
  point text not null,
  subject text not null,
  channel text not null,
  degree text not null,
  took int not null,
  n int not null
);
create index tally_deltas_by_day on tally_deltas (office, day);

create table tally_days (
  office text not null,
  kind text not null,
  day date not null,
  point text not null,
  subject text not null,
  channel text not null,
  degree text not null,
  took int not null,
  n bigint not null,
  primary key (office, kind, day, point, subject, channel, degree, took)
);

create table tally_months (
  office text not null,
  kind text not null,
  -- the first of the month
  month date not null,
  point text not null,
  subject text not null,
  channel text not null,
  degree text not null,
  took int not null,
  n bigint not null,
  primary key (office, kind, month, point, subject, channel, degree, took)
);

-- The cells of a dossier (src/domain/measures/cells.ts says what each kind is), each times `sign`.
create function add_cells(fact dossier_facts, sign int) returns void language sql as $$
  insert into tally_deltas (office, day, kind, point, subject, channel, degree, took, n)
  select fact.office, cell.day, cell.kind, fact.point, fact.procedure, fact.channel, fact.degree, cell.took, sign
  from (values
    (fact.received_on, 'received', 0, fact.outcome <> 'turned-away'),
    (fact.received_on, 'turned-away', 0, fact.outcome = 'turned-away'),
    (fact.received_on, 'supplemented', 0, fact.outcome <> 'turned-away' and fact.supplemented),
    (fact.settled_on, 'settled-' || fact.timeliness, fact.took, fact.outcome in ('issued', 'stopped', 'withdrawn')),
    (fact.settled_on, 'issued', 0, fact.outcome = 'issued'),
    (fact.due_on + 1, 'fell-late', 0, fact.outcome in ('issued', 'stopped', 'withdrawn') and fact.timeliness = 'late' and fact.due_on < fact.settled_on)
  ) as cell (day, kind, took, counts)
  where cell.counts
$$;

create function tally_fact() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform add_cells(old, -1); end if;
  if tg_op <> 'DELETE' then perform add_cells(new, 1); end if;
  return null;
end $$;
create trigger dossier_facts_are_tallied after insert or delete on dossier_facts for each row execute function tally_fact();
create trigger changed_facts_are_tallied after update on dossier_facts for each row when (old.* is distinct from new.*) execute function tally_fact();

create function add_visit(visit visits, sign int) returns void language sql as $$
  insert into tally_deltas (office, day, kind, point, subject, channel, degree, took, n)
  values (visit.office, visit.day, case when visit.state = 'left' then 'left' else 'visit' end, visit.point, visit.purpose, '',
    case when visit.helper is not null then 'guided' when visit.peer then 'peer' else 'alone' end, 0, sign)
$$;

create function tally_visit() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform add_visit(old, -1); end if;
  if tg_op <> 'DELETE' then perform add_visit(new, 1); end if;
  return null;
end $$;
create trigger visits_are_tallied after insert or delete on visits for each row execute function tally_visit();
create trigger changed_visits_are_tallied after update on visits for each row
  when ((old.state = 'left', old.purpose, old.helper is null, old.peer) is distinct from (new.state = 'left', new.purpose, new.helper is null, new.peer))
  execute function tally_visit();

insert into tally_deltas (office, day, kind, point, subject, channel, degree, took, n)
select office, day, case when state = 'left' then 'left' else 'visit' end, point, purpose, '',
  case when helper is not null then 'guided' when peer then 'peer' else 'alone' end, 0, count(*)
from visits group by 1, 2, 3, 4, 5, 6, 7;

-- Which views were built, and how: a program that builds a view in another way makes it anew at its start.
create table view_builds (
  office text not null references offices,
  view text not null,
  version int not null,
  built_at timestamptz not null,
  primary key (office, view)
);
