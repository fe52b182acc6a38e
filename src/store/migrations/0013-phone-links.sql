-- A phone lends its camera to a paper of a draft: for the one phone that opened the code first, and no longer than the visit.

create table phone_links (
  office text not null,
  link uuid not null,
  draft uuid not null,
  paper text not null,
  visit uuid,
  -- of the code on the counter's screen, and of the cookie of the phone that took it
  token_hash bytea not null unique,
  phone_hash bytea unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (office, link),
  foreign key (office, draft) references drafts on delete cascade
);
create index phone_links_by_draft on phone_links (office, draft);
create index phone_links_by_visit on phone_links (office, visit) where visit is not null;
