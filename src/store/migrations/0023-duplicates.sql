-- What dossiers are about and under which words they are looked up, to find those that were filed twice; what people said of pairs. Made from the log.

create table dossier_subjects (
  office text not null,
  dossier uuid not null,
  kind text not null,
  subject jsonb not null,
  primary key (office, dossier)
);

create table duplicate_keys (
  office text not null,
  kind text not null,
  key text not null,
  dossier uuid not null,
  primary key (office, kind, key, dossier)
);
create index duplicate_keys_by_dossier on duplicate_keys (office, dossier);

-- The smaller id stands first.
create table duplicate_verdicts (
  office text not null,
  one uuid not null,
  other uuid not null,
  same boolean not null,
  reason text not null,
  primary key (office, one, other)
);
create index duplicate_verdicts_by_other on duplicate_verdicts (office, other);
