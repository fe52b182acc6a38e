-- What people recorded of the questions, in the languages of their villages. Played only while the words are those that were recorded.

create table voices (
  office text not null references offices,
  voice uuid not null,
  -- national code and place in it: 1.001193, cau.ten-be; "chung" for what all procedures share
  procedure text not null,
  piece text not null,
  -- of the words as they stood: the version of the question
  words_sha256 text not null,
  -- ISO 639
  language text not null,
  sound_sha256 text not null,
  sound_type text not null,
  -- null where the file does not say
  seconds real,
  state text not null check (state in ('waiting', 'approved', 'declined', 'replaced')),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  primary key (office, voice),
  foreign key (office, recorded_by) references staff (office, staff),
  foreign key (office, decided_by) references staff (office, staff),
  check ((state = 'waiting') = (decided_at is null) or state = 'replaced'),
  check ((state = 'declined') = (reason is not null))
);
-- one is played, one waits
create unique index voices_played on voices (office, procedure, piece, language, words_sha256) where state = 'approved';
create unique index voices_waiting on voices (office, procedure, piece, language, words_sha256) where state = 'waiting';
create index voices_by_content on voices (sound_sha256);
create index voices_by_language on voices (office, language, procedure, piece);
