-- Procedures changed here without a programmer. The files that ship stay the base; a version published here begins on its day and never changes again.

create table procedure_versions (
  office text not null references offices,
  procedure text not null,
  -- random, so that it may be unique alone: a dossier names procedure and version only
  version text not null unique,
  valid_from date not null,
  body jsonb not null,
  -- what is different from the version before, in words, as it was shown when it was published
  changes text[] not null,
  published_by uuid not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (office, procedure, version)
);

-- What is being worked on: one per procedure and office.
create table procedure_edits (
  office text not null references offices,
  procedure text not null,
  -- the version that it began from; none for a procedure that came by import
  based_on text,
  -- counts up with each change, so that two people do not write over each other; from the millisecond of its beginning, so that a form drawn from an
  -- edit that is gone fits no later one
  revision bigint not null,
  body jsonb not null,
  changed_at timestamptz not null,
  primary key (office, procedure)
);

-- What an admin looks at as a citizen would: the state of an edit at that moment, for a day.
create table procedure_previews (
  office text not null references offices,
  procedure text not null,
  version text not null unique,
  body jsonb not null,
  made_at timestamptz not null,
  primary key (office, procedure, version)
);

-- Who changed what when.
create table procedure_changes (
  office text not null references offices,
  change uuid not null,
  procedure text not null,
  act text not null check (act in ('edit', 'import', 'discard', 'publish', 'withdraw')),
  -- made where the form was drawn: the same form sent twice is done once
  act_key text not null,
  version text,
  words text[] not null,
  staff uuid not null,
  staff_name text not null,
  at timestamptz not null,
  primary key (office, change),
  unique (office, act_key)
);
create index procedure_changes_by_procedure on procedure_changes (office, procedure, at desc);

create function keep_procedure_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
    and (to_jsonb(new) - 'withdrawn_at') = (to_jsonb(old) - 'withdrawn_at') then
    return new;
  end if;
  raise exception 'a published version of a procedure is never changed';
end $$;

create trigger procedure_versions_stay before update or delete on procedure_versions
  for each row execute function keep_procedure_version();
