-- What people say of a visit or a result, with a name or without, and what the office answered.

create table feedback (
  office text not null references offices,
  feedback uuid not null,
  point text,
  -- a code to come back with for the answer
  code text not null unique,
  visit uuid,
  dossier uuid,
  face text not null check (face in ('glad', 'fair', 'sad')),
  words text not null,
  -- recorded on the spot, by content
  voice_sha256 text,
  name text,
  said_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  -- the answer may be read by everybody
  shown boolean not null default false,
  primary key (office, feedback),
  foreign key (office, visit) references visits (office, visit),
  foreign key (office, answered_by) references staff (office, staff),
  check ((answer is null) = (answered_at is null))
);
create index feedback_open on feedback (office, said_at) where answered_at is null;
create index feedback_by_time on feedback (office, said_at);
-- one rating a visit and a result
create unique index feedback_once_a_visit on feedback (office, visit) where visit is not null;
create unique index feedback_once_a_dossier on feedback (office, dossier) where dossier is not null;
