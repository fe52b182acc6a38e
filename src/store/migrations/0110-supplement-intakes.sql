-- Papers that a citizen brings to the counter for a dossier that waits for them: a draft of the office's own holds the pages while they are scanned, with what was
-- typed beside it. `turn` counts how often it was the citizen's turn, so that each time has one.
create table supplement_intakes (
  office text not null,
  draft uuid not null,
  dossier uuid not null,
  turn int not null,
  staff uuid not null,
  typed jsonb not null default '{}',
  begun_at timestamptz not null,
  primary key (office, draft),
  unique (office, dossier, turn),
  foreign key (office, draft) references drafts on delete cascade,
  foreign key (office, dossier) references dossiers
);
