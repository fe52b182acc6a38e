-- Who came to the point, who stood by them, and what they allowed. A visit is the session: drafts begun in it hang on it.

create table visits (
  office text not null,
  point text not null,
  visit uuid not null,
  -- the day at the office, and the ticket number on that day
  day date not null,
  number int not null,
  purpose text not null,
  state text not null check (state in ('waiting', 'helped', 'alone', 'done', 'left')),
  opened_by text not null check (opened_by in ('visitor', 'helper')),
  -- as the card or the person said; none for somebody who does not wish to say
  visitor_name text,
  -- a neighbour stood by
  peer boolean not null default false,
  helper uuid,
  opened_at timestamptz not null,
  served_at timestamptz,
  ended_at timestamptz,
  primary key (office, visit),
  unique (office, point, day, number),
  foreign key (office, point) references points,
  foreign key (office, helper) references staff (office, staff),
  check ((state in ('done', 'left')) = (ended_at is not null))
);
create index visits_open on visits (office, point, number) where ended_at is null;
create index visits_called on visits (office, point, day, served_at desc) where served_at > opened_at;

alter table sessions add visit_office text, add visit uuid;
create index sessions_by_visit on sessions (visit_office, visit) where visit is not null;

alter table drafts add visit uuid;
create index drafts_by_id on drafts (draft);
create index drafts_by_visit on drafts (office, visit) where visit is not null;

-- Who answered which page of a draft: the degree of help comes from it.
create table draft_steps (
  office text not null,
  draft uuid not null,
  page text not null,
  who text not null check (who in ('citizen', 'helper')),
  staff uuid,
  at timestamptz not null,
  primary key (office, draft, page),
  foreign key (office, draft) references drafts on delete cascade
);

-- What a citizen let a helper do, in the very words agreed to.
create table mandates (
  office text not null,
  mandate uuid not null,
  visit uuid not null,
  staff uuid not null,
  citizen text not null,
  text text not null,
  text_sha256 text not null,
  proof jsonb not null,
  given_at timestamptz not null,
  ended_at timestamptz,
  ended_because text check (ended_because in ('visit-ended', 'taken-back')),
  primary key (office, mandate),
  foreign key (office, visit) references visits (office, visit),
  foreign key (office, staff) references staff (office, staff)
);
create index mandates_by_visit on mandates (office, visit);

-- Smaller things done in a visit: a print, a copy, a scan. Counted, never kept.
create table visit_services (
  office text not null,
  service uuid not null,
  visit uuid not null,
  kind text not null check (kind in ('print', 'copy', 'scan', 'phone-photo', 'launch')),
  pages int not null,
  at timestamptz not null,
  primary key (office, service),
  foreign key (office, visit) references visits (office, visit)
);
