-- What somebody is filling in: changed at every step, gone after its time. The slip brings it back without an account.

create table drafts (
  office text not null references offices,
  draft uuid not null,
  point text,
  slip_code text not null unique,
  slip_secret_hash text not null,
  account uuid,
  procedure text not null,
  version text not null,
  answers jsonb not null default '{}',
  applicant jsonb,
  -- the office that will receive it
  receiver text references offices (office),
  practice boolean not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  expires_at timestamptz not null,
  -- the dossier that it became
  lodged_office text,
  lodged_dossier uuid,
  primary key (office, draft)
);
create index drafts_by_account on drafts (account, changed_at desc) where account is not null;
create index drafts_by_expiry on drafts (expires_at);

-- Which drafts a session may open: one row when it began the draft or proved the slip's secret. Ends with the session.
create table session_drafts (
  token_hash bytea not null references sessions on delete cascade,
  office text not null,
  draft uuid not null,
  primary key (token_hash, office, draft),
  foreign key (office, draft) references drafts on delete cascade
);

-- The pages of a paper in their order: a picture made ready for the PDF, or a PDF kept as it came.
create table draft_pages (
  office text not null,
  draft uuid not null,
  paper text not null,
  page uuid not null,
  position int not null,
  kind text not null check (kind in ('image', 'pdf')),
  sha256 text not null,
  preview_sha256 text,
  width_px int not null,
  height_px int not null,
  page_count int not null,
  size_bytes int not null,
  added_at timestamptz not null,
  primary key (office, draft, paper, page),
  foreign key (office, draft) references drafts on delete cascade
);

-- A file on its way over a weak line; its bytes lie beside the content store until they are complete.
create table uploads (
  office text not null,
  upload uuid not null,
  draft uuid not null,
  paper text not null,
  declared_name text not null,
  size_bytes bigint not null,
  problem text,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (office, upload),
  foreign key (office, draft) references drafts on delete cascade
);
