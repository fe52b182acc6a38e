-- What people are told of their dossiers: queued with the event that causes it, then addressed, then handed over until somebody takes it.

-- A cause, written in the transaction of the event itself. What is said and to whom is made from the log when it is addressed.
create table notices (
  office text not null references offices,
  -- dossier/sequence, or feedback/id: an event is told once
  cause text not null,
  kind text not null,
  dossier uuid not null,
  sequence int,
  caused_at timestamptz not null,
  addressed_at timestamptz,
  next_try_at timestamptz not null,
  primary key (office, cause),
  foreign key (office, dossier) references dossiers
);
create index notices_to_address on notices (next_try_at) where addressed_at is null;

-- One message on one channel; its id is the key that the provider sees, however often it is handed over.
create table deliveries (
  office text not null,
  delivery uuid not null,
  cause text not null,
  kind text not null,
  dossier uuid not null,
  channel text not null check (channel in ('email', 'sms', 'zalo')),
  recipient text not null,
  subject text not null,
  body text not null,
  -- waiting → sending → sent; stuck wants a person; shown is practice: nobody carries it out
  state text not null check (state in ('waiting', 'sending', 'sent', 'stuck', 'shown')),
  tries int not null default 0,
  error text,
  -- whose try it is: a try that was given up by others marks nothing any more
  claim uuid,
  claimed_at timestamptz,
  next_try_at timestamptz not null,
  made_at timestamptz not null,
  sent_at timestamptz,
  primary key (office, delivery),
  unique (office, cause, channel),
  foreign key (office, cause) references notices
);
create index deliveries_due on deliveries (next_try_at) where state in ('waiting', 'sending');
create index deliveries_by_time on deliveries (office, made_at);
create index deliveries_by_dossier on deliveries (office, dossier);

-- A channel that an office switched on or off; without a row it is on, in practice off.
create table message_switches (
  office text not null references offices,
  channel text not null check (channel in ('email', 'sms', 'zalo')),
  is_on boolean not null,
  switched_by uuid not null,
  switched_at timestamptz not null,
  primary key (office, channel),
  foreign key (office, switched_by) references staff (office, staff)
);

-- How the person wants to hear of one dossier, where they said more than the declaration does.
create table message_wishes (
  office text not null,
  dossier uuid not null,
  email text,
  declined boolean not null,
  said_at timestamptz not null,
  primary key (office, dossier),
  foreign key (office, dossier) references dossiers
);

-- Belongs to the account, as the account belongs to the hub.
create table account_emails (
  account uuid primary key references accounts on delete cascade,
  email text not null
);

-- Whom to call, because no message reaches them or because it cannot wait.
create table calls (
  office text not null,
  call uuid not null,
  cause text not null,
  kind text not null,
  dossier uuid not null,
  point text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (office, call),
  unique (office, cause),
  foreign key (office, cause) references notices
);
create index calls_open on calls (office, opened_at) where closed_at is null;
create index calls_by_dossier on calls (office, dossier);

create table call_tries (
  office text not null,
  try uuid not null,
  call uuid not null,
  outcome text not null check (outcome in ('told', 'no-answer', 'family', 'village-head')),
  words text not null default '',
  staff uuid not null,
  at timestamptz not null,
  primary key (office, try),
  foreign key (office, call) references calls,
  foreign key (office, staff) references staff (office, staff)
);
create index call_tries_by_call on call_tries (office, call, at);
