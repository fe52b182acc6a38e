-- Dossiers that an office handed on to the competent one: its own history, which it can read and no longer act on.

create table transferred_list (
  office text not null,
  dossier uuid not null,
  transferred_at timestamptz not null,
  to_office text not null,
  to_name text not null,
  procedure_name text not null,
  applicant text not null,
  search_ascii text not null,
  tracking_code text not null,
  dossier_code text,
  primary key (office, dossier)
);
create index transferred_list_by_time on transferred_list (office, transferred_at desc);
