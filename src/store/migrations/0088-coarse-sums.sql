-- Sums of months that know fewer marks, and of days that know visits only: a province or the country over three years is added up from thousands of rows instead of a million. Kept by
-- the folding of deltas like those of days and months, and verified against them.

create table tally_month_marks (
  office text not null,
  kind text not null,
  month date not null,
  point text not null,
  -- what a visit was for; nothing of a dossier
  purpose text not null,
  channel text not null,
  degree text not null,
  n bigint not null,
  primary key (office, kind, month, point, purpose, channel, degree)
);

create table tally_month_taken (
  office text not null,
  kind text not null,
  month date not null,
  point text not null,
  took int not null,
  n bigint not null,
  primary key (office, kind, month, point, took)
);

create table tally_month_subjects (
  office text not null,
  kind text not null,
  month date not null,
  point text not null,
  subject text not null,
  channel text not null,
  n bigint not null,
  primary key (office, kind, month, point, subject, channel)
);

create table tally_visit_days (
  office text not null,
  kind text not null,
  day date not null,
  point text not null,
  n bigint not null,
  primary key (office, kind, day, point)
);

insert into tally_month_marks
  select office, kind, month, point, case when kind in ('visit', 'left') then subject else '' end, channel, degree, sum(n) from tally_months group by 1, 2, 3, 4, 5, 6, 7;
insert into tally_month_taken
  select office, kind, month, point, took, sum(n) from tally_months where kind like 'settled-%' group by 1, 2, 3, 4, 5;
insert into tally_month_subjects
  select office, kind, month, point, subject, channel, sum(n) from tally_months group by 1, 2, 3, 4, 5, 6;
insert into tally_visit_days
  select office, kind, day, point, sum(n) from tally_days where kind in ('visit', 'left') group by 1, 2, 3, 4;

create trigger marks_end_the_epoch after insert or update or delete or truncate on tally_month_marks for each statement execute function next_tally_epoch();
create trigger taken_ends_the_epoch after insert or update or delete or truncate on tally_month_taken for each statement execute function next_tally_epoch();
create trigger subjects_end_the_epoch after insert or update or delete or truncate on tally_month_subjects for each statement execute function next_tally_epoch();
create trigger visit_days_end_the_epoch after insert or update or delete or truncate on tally_visit_days for each statement execute function next_tally_epoch();
