-- What a person asked of the office about their own data, and the answer.

create table personal_requests (
  office text not null references offices,
  request uuid not null,
  -- whose: an account, or a dossier; neither for somebody who came to the counter with their card
  account uuid,
  dossier uuid,
  name text not null,
  kind text not null check (kind in ('see', 'correct', 'erase', 'withdraw', 'object')),
  words text not null,
  channel text not null check (channel in ('page', 'point', 'counter')),
  proof text not null check (proof in ('account', 'slip', 'card')),
  taken_by uuid,
  asked_at timestamptz not null,
  due_day date not null,
  due_time text not null,
  explanation text[] not null,
  -- made where it was asked, so that a second click asks once
  key text not null,
  outcome text check (outcome in ('done', 'partly', 'refused')),
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  -- the words are gone, that something was asked and answered stays
  emptied_at timestamptz,
  primary key (office, request),
  unique (office, key),
  foreign key (office, dossier) references dossiers,
  foreign key (office, taken_by) references staff (office, staff),
  foreign key (office, answered_by) references staff (office, staff),
  check ((outcome is null) = (answered_at is null))
);
create index personal_requests_open on personal_requests (office, due_day, asked_at) where answered_at is null;
create index personal_requests_answered on personal_requests (office, answered_at) where answered_at is not null;
create index personal_requests_by_account on personal_requests (account) where account is not null;
create index personal_requests_by_dossier on personal_requests (office, dossier) where dossier is not null;
