-- In which step of its office a dossier is, and from what the due of that step is reckoned when somebody looks (the calendar of an office changes). Only dossiers
-- whose time runs or sleeps have a line. Made from the log like the other lists.

create table dossier_steps (
  office text not null,
  dossier uuid not null,
  step text not null,
  -- the version of the procedure, whose file shares the time
  version text not null,
  plan jsonb not null,
  pauses jsonb not null,
  primary key (office, dossier)
);
