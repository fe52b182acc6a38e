-- The log is the dossier: events are appended and never updated. Views are in 0006 and can be thrown away.

create table dossiers (
  office text not null references offices,
  dossier uuid not null,
  tracking_code text not null unique,
  account uuid,
  -- how somebody without an account proves that it is theirs
  slip_secret_hash text,
  sequence int not null,
  created_at timestamptz not null,
  primary key (office, dossier)
);
create index dossiers_by_account on dossiers (account, created_at desc) where account is not null;

create table dossier_events (
  office text not null,
  dossier uuid not null,
  sequence int not null,
  at timestamptz not null,
  actor jsonb not null,
  -- made where the act happened; the same act sent twice is done once
  key text not null,
  type text not null,
  data jsonb not null,
  primary key (office, dossier, sequence),
  unique (office, key),
  foreign key (office, dossier) references dossiers
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are written once', tg_table_name;
end $$;

create trigger dossier_events_are_written_once before update or delete on dossier_events for each statement execute function refuse_change();

-- Numbers without gaps: taken in the transaction that uses them, so a failure gives them back.
create table counters (
  office text not null references offices,
  name text not null,
  last int not null,
  primary key (office, name)
);

create table register_entries (
  office text not null,
  register text not null,
  year int not null,
  number int not null,
  dossier uuid not null,
  result_code text not null,
  subject text not null,
  entered_at timestamptz not null,
  primary key (office, register, year, number),
  foreign key (office, dossier) references dossiers
);
create trigger register_entries_are_written_once before update or delete on register_entries for each statement execute function refuse_change();

-- Who looked at whose dossier, and why.
create table access_log (
  office text not null,
  access uuid not null,
  at timestamptz not null,
  staff uuid not null,
  dossier uuid not null,
  what text not null,
  primary key (office, access)
);
create index access_log_by_dossier on access_log (office, dossier, at);
