-- A dossier on paper while it is being taken in: a draft of the office's own, with what was typed at the counter beside it. Emptied when it becomes a dossier.
create table paper_intakes (
  office text not null,
  draft uuid not null,
  staff uuid not null,
  typed jsonb not null default '{}',
  begun_at timestamptz not null,
  primary key (office, draft),
  foreign key (office, draft) references drafts on delete cascade
);
