-- What people agreed to beside the procedure itself, word for word. Which dossiers a session proved to be its own stands in 0031.

create table consents (
  office text not null references offices,
  consent uuid not null,
  -- whose: an account, a dossier proven by its slip, or what was said with a code; exactly one
  account uuid,
  dossier uuid,
  feedback uuid,
  purpose text not null,
  text text not null,
  text_sha256 text not null,
  whom text not null check (whom in ('self', 'child-small', 'child-asked')),
  way text not null check (way in ('screen', 'paper', 'mandate')),
  -- who of the staff was there
  witness uuid,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (office, consent),
  foreign key (office, witness) references staff (office, staff),
  foreign key (office, dossier) references dossiers,
  check (num_nonnulls(account, dossier, feedback) = 1)
);
-- one purpose is agreed to once at a time
create unique index consents_of_account on consents (office, account, purpose) where account is not null and withdrawn_at is null;
create unique index consents_of_dossier on consents (office, dossier, purpose) where dossier is not null and withdrawn_at is null;
create unique index consents_of_feedback on consents (office, feedback, purpose) where feedback is not null and withdrawn_at is null;
create index consents_by_account on consents (account) where account is not null;
create index consents_by_dossier on consents (office, dossier) where dossier is not null;
create index consents_by_withdrawal on consents (withdrawn_at) where withdrawn_at is not null;

-- The person too stands in the book of looks, with a copy that they fetched; a search is of no one dossier and carries its reason. The seals hold all of it.
alter table access_log alter staff drop not null, alter dossier drop not null, add reason text;
