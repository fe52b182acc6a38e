-- The national lists of units, as they were imported; content/units stands in until then. And which unit an office served when: a dossier stays with its office, and rolls
-- up by the tree in force on the day that is asked for.

create table unit_lists (
  list text primary key check (list in ('today', 'former')),
  data jsonb not null,
  imported_at timestamptz not null
);

create table office_units (
  office text not null references offices,
  -- 2 digits a province, 3 a district, 5 a commune; a code means nothing without its days
  unit text not null,
  valid_from date not null,
  valid_to date,
  primary key (office, unit, valid_from)
);
create index office_units_by_unit on office_units (unit);

insert into office_units (office, unit, valid_from) select office, commune, '2025-07-01' from offices;
