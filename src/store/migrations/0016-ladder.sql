-- From làm thay to tự làm, for people who agree, under a pseudonym; and which questions are hard, so that their words can be bettered.

alter table visits add asks_since timestamptz;

-- What a draft has already been counted for: nobody is counted twice for one question.
create table draft_hardships (
  office text not null,
  draft uuid not null,
  page text not null,
  what text not null check (what in ('asked', 'refused', 'stopped')),
  primary key (office, draft, page, what),
  foreign key (office, draft) references drafts on delete cascade
);

create table question_counts (
  office text not null references offices,
  procedure text not null,
  version text not null,
  page text not null,
  what text not null check (what in ('asked', 'refused', 'stopped')),
  count int not null,
  primary key (office, procedure, version, page, what)
);

-- The key that turns an identity number into a pseudonym; an office cannot follow the people of another.
create table pseudonym_keys (
  office text primary key references offices,
  key bytea not null
);

create table ladder_people (
  office text not null references offices,
  pseudonym text not null,
  agreed_at timestamptz not null,
  primary key (office, pseudonym)
);

create table ladder_steps (
  office text not null,
  pseudonym text not null,
  -- the dossier under a pseudonym too, so that a corrected degree finds its step
  step text not null,
  day date not null,
  procedure text not null,
  degree text not null check (degree in ('done-for', 'guided', 'alone')),
  primary key (office, pseudonym, step),
  foreign key (office, pseudonym) references ladder_people on delete cascade
);
