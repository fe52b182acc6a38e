-- What a new version of its procedure asked of an open draft. Goes with the draft.

create table draft_changes (
  office text not null,
  draft uuid not null,
  version text not null,
  -- the day from which the new version is in force
  begins date not null,
  -- pages to be answered again
  again text[] not null,
  -- field → the old answer in words, of answers that no longer fit
  aside jsonb not null,
  moved_at timestamptz not null,
  primary key (office, draft),
  foreign key (office, draft) references drafts on delete cascade
);
