-- When a point is open, who is on, leave and swaps; and under which addresses calendar programs follow it. Times are HH:MM on the office's clock.

create table shifts (
  office text not null,
  shift uuid not null,
  point text not null,
  -- every week, 1 Monday to 7 Sunday; or one day
  weekday int check (weekday between 1 and 7),
  day date,
  opens text not null check (opens ~ '^[0-2][0-9]:[0-5][0-9]$'),
  closes text not null check (closes ~ '^[0-2][0-9]:[0-5][0-9]$'),
  -- both with it: what was is not rewritten when the pattern changes
  from_day date not null,
  until_day date,
  primary key (office, shift),
  foreign key (office, point) references points,
  check ((weekday is null) <> (day is null)),
  check (opens < closes)
);
create index shifts_by_point on shifts (office, point);

create table shift_people (
  office text not null,
  shift uuid not null,
  staff uuid not null,
  from_day date not null,
  until_day date,
  primary key (office, shift, staff, from_day),
  foreign key (office, shift) references shifts (office, shift),
  foreign key (office, staff) references staff (office, staff)
);

create table point_days_off (
  office text not null,
  point text not null,
  day date not null,
  reason text not null,
  primary key (office, point, day),
  foreign key (office, point) references points
);

create table leaves (
  office text not null,
  leave uuid not null,
  staff uuid not null,
  from_day date not null,
  until_day date not null,
  words text not null default '',
  said_by uuid not null,
  said_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (office, leave),
  foreign key (office, staff) references staff (office, staff),
  foreign key (office, said_by) references staff (office, staff),
  check (from_day <= until_day)
);
create index leaves_by_day on leaves (office, until_day) where taken_back_at is null;

create table shift_swaps (
  office text not null,
  swap uuid not null,
  point text not null,
  asker uuid not null,
  asked uuid not null,
  gives_shift uuid not null,
  gives_day date not null,
  takes_shift uuid,
  takes_day date,
  words text not null default '',
  state text not null check (state in ('asked', 'agreed', 'declined', 'taken-back')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (office, swap),
  foreign key (office, point) references points,
  foreign key (office, asker) references staff (office, staff),
  foreign key (office, asked) references staff (office, staff),
  foreign key (office, gives_shift) references shifts (office, shift),
  foreign key (office, takes_shift) references shifts (office, shift),
  check ((takes_shift is null) = (takes_day is null)),
  check ((state = 'asked') = (answered_at is null))
);
create index shift_swaps_by_point on shift_swaps (office, point, answered_at) where state in ('asked', 'agreed');

-- An address that a calendar program asks without signing in: of one person, or of a point. Whoever has it may read; so it can be taken back.
create table roster_feeds (
  office text not null,
  feed uuid not null,
  token_hash bytea not null unique,
  -- whose address it is; their own turns, or all turns of a point
  staff uuid not null,
  point text,
  made_at timestamptz not null,
  revoked_at timestamptz,
  primary key (office, feed),
  foreign key (office, staff) references staff (office, staff),
  foreign key (office, point) references points
);
create unique index roster_feeds_once on roster_feeds (office, staff, coalesce(point, '')) where revoked_at is null;
