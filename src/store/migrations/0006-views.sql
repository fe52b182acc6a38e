-- Made from the log and rebuildable by one command; no fact stands only here.

create table dossier_list (
  office text not null,
  dossier uuid not null,
  status text not null,
  proposed boolean not null,
  procedure text not null,
  procedure_name text not null,
  applicant text not null,
  -- name, codes and numbers without accents, for search
  search_ascii text not null,
  tracking_code text not null,
  dossier_code text,
  channel text not null,
  point text,
  lodged_at timestamptz not null,
  due_day date not null,
  due_time text not null,
  primary key (office, dossier)
);
create index dossier_list_by_due on dossier_list (office, status, due_day, due_time, dossier);
create index dossier_list_by_words on dossier_list using gin (search_ascii gin_trgm_ops);

create table result_list (
  office text not null,
  result_code text not null,
  dossier uuid not null,
  name text not null,
  register text not null,
  year int not null,
  number int not null,
  sha256 text not null,
  issued_on date not null,
  revoked_on date,
  primary key (office, result_code)
);
create index result_list_by_code on result_list (result_code);
