-- Registers to read: a line for each entry with the marks beside it, and which dossier a paper's code belongs to. Views, made from the log;
-- what is written once stands in register_entries and in the events.

create table register_list (
  office text not null references offices,
  register text not null,
  year int not null,
  number int not null,
  dossier uuid not null,
  result_code text not null,
  -- what kind of paper was issued for it
  name text not null,
  subject text not null,
  -- without accents, for search
  subject_ascii text not null,
  entered_on date not null,
  corrected_on date,
  revoked_on date,
  copies int not null default 0,
  -- what waits for the leader's signature: correction, copies
  asked text,
  primary key (office, register, year, number)
);
create index register_list_by_subject on register_list using gin (subject_ascii gin_trgm_ops);
create index register_list_asked on register_list (office) where asked is not null;
create index register_list_by_dossier on register_list (office, dossier);

-- Papers that are no result of a dossier of their own: copies, extracts after a correction, letters of refusal.
create table paper_codes (
  office text not null references offices,
  code text not null,
  dossier uuid not null,
  primary key (office, code)
);
create index paper_codes_by_code on paper_codes (code);

insert into register_list (office, register, year, number, dossier, result_code, name, subject, subject_ascii, entered_on, revoked_on)
  select entry.office, entry.register, entry.year, entry.number, entry.dossier, entry.result_code, result.name, entry.subject,
    trim(regexp_replace(lower(unaccent(entry.subject)), '[^[:alnum:]]+', ' ', 'g')), result.issued_on, result.revoked_on
  from register_entries entry join result_list result on result.office = entry.office and result.result_code = entry.result_code;
