-- What somebody is asked about a dossier, as a line on the desk of the office that is asked; made from the log of the dossier it is about.

create table question_list (
  -- the office that is asked
  office text not null,
  question uuid not null,
  -- somebody in it; null for whoever is there
  staff uuid,
  asker_office text not null,
  dossier uuid not null,
  kind text not null,
  procedure_name text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  due_day date not null,
  due_time text not null,
  answered_at timestamptz,
  primary key (office, question)
);
create index question_list_by_due on question_list (office, due_day) where answered_at is null;
create index question_list_by_asker on question_list (asker_office, dossier);
