-- When an office works, where that is other than the usual hours of its kind; and days on which it does otherwise. A day that was taken back stays, so that an earlier
-- promise can be explained. Times are HH:MM on the office's clock.
create table office_hours (
  office text primary key references offices,
  morning_opens text not null check (morning_opens ~ '^[0-2][0-9]:[0-5][0-9]$'),
  morning_closes text not null check (morning_closes ~ '^[0-2][0-9]:[0-5][0-9]$'),
  afternoon_opens text not null check (afternoon_opens ~ '^[0-2][0-9]:[0-5][0-9]$'),
  afternoon_closes text not null check (afternoon_closes ~ '^[0-2][0-9]:[0-5][0-9]$'),
  -- dossiers are taken in then, the day does not count
  saturday_mornings boolean not null,
  said_by uuid not null,
  said_at timestamptz not null,
  foreign key (office, said_by) references staff (office, staff),
  check (morning_opens < morning_closes and morning_closes <= afternoon_opens and afternoon_opens < afternoon_closes)
);

create table office_days (
  office text not null references offices,
  day date not null,
  said_at timestamptz not null,
  kind text not null check (kind in ('closed', 'morning-only', 'afternoon-only', 'extra')),
  opens text,
  closes text,
  reason text not null,
  said_by uuid not null,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (office, day, said_at),
  foreign key (office, said_by) references staff (office, staff),
  check ((kind = 'extra') = (opens is not null and closes is not null)),
  check (opens < closes)
);
create unique index office_days_that_hold on office_days (office, day) where taken_back_at is null;

-- Apologies by month and reason.
create index dossier_events_apologies on dossier_events (office, at) where type = 'apologised';
