-- What leaders want to reach: a share of a measure, for a unit, by the end of a period.

create table targets (
  office text not null references offices,
  target uuid not null,
  -- the unit by its national code; the office is that of the leader who set it
  unit text not null,
  measure text not null,
  goal numeric not null check (goal > 0 and goal <= 1),
  from_day date not null,
  to_day date not null,
  set_by uuid not null,
  set_at timestamptz not null,
  removed_at timestamptz,
  primary key (office, target),
  foreign key (office, set_by) references staff (office, staff),
  check (from_day <= to_day)
);
create index targets_by_unit on targets (unit) where removed_at is null;
