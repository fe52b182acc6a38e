-- Whose work a dossier is and what waits in it: made from the log like the other lists. Who has it open just now, and what members of staff keep for
-- themselves, belong to the moment.

create table dossier_work (
  office text not null,
  dossier uuid not null,
  owner uuid,
  owner_name text,
  -- questions to others without an answer, and the earliest day on which one is due
  asked int not null,
  asked_due date,
  -- questions that were answered
  answered int not null,
  primary key (office, dossier)
);
create index dossier_work_by_owner on dossier_work (office, owner) where owner is not null;

-- A lease of some minutes, made longer while the page is open; nobody waits for it.
create table dossier_leases (
  office text not null,
  dossier uuid not null,
  -- officers and leaders do different things, and do not stand in each other's way
  role text not null,
  staff uuid not null,
  since timestamptz not null,
  until timestamptz not null,
  primary key (office, dossier, role),
  foreign key (office, dossier) references dossiers,
  foreign key (office, staff) references staff
);

create table saved_filters (
  office text not null,
  staff uuid not null,
  filter uuid not null,
  name text not null,
  choice jsonb not null,
  created_at timestamptz not null,
  primary key (office, staff, filter),
  foreign key (office, staff) references staff
);

-- Searches over all dossiers of an office: why somebody looked, never for what. What was found stands in access_log.
create table dossier_searches (
  office text not null,
  search uuid not null,
  at timestamptz not null,
  staff uuid not null,
  reason text not null,
  words text not null,
  found int not null,
  primary key (office, search)
);
create trigger dossier_searches_are_written_once before update or delete on dossier_searches for each statement execute function refuse_change();
