-- How far the making anew of the views has come, office by office, so that one that was interrupted goes on where it stopped.
create table view_rebuilds (
  office text primary key references offices,
  begun_at timestamptz not null default now(),
  -- all dossiers up to this id are done
  last_dossier uuid,
  done int not null default 0,
  finished_at timestamptz
);

-- The cells of a dossier, said once: for the triggers, for making tallies anew, and for comparing them.
create function fact_cells(fact dossier_facts) returns table (day date, kind text, took int) language sql immutable as $$
  select cell.day, cell.kind, cell.took
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

create or replace function add_cells(fact dossier_facts, sign int) returns void language sql as $$
  insert into tally_deltas (office, day, kind, point, subject, channel, degree, took, n)
  select fact.office, cell.day, cell.kind, fact.point, fact.procedure, fact.channel, fact.degree, cell.took, sign from fact_cells(fact) as cell
$$;

-- Every cell that stands behind the tallies.
create view counted_cells as
  select fact.office, cell.kind, cell.day, fact.point, fact.procedure as subject, fact.channel, fact.degree, cell.took
  from dossier_facts fact cross join lateral fact_cells(fact) as cell
  union all
  select office, case when state = 'left' then 'left' else 'visit' end, day, point, purpose, '',
    case when helper is not null then 'guided' when peer then 'peer' else 'alone' end, 0
  from visits;
