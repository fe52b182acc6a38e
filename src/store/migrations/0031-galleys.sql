-- Certificates that are shown to citizens before they are signed. Made from the log and rebuildable.
create table galley_list (
  office text not null,
  dossier uuid not null,
  state text not null check (state in ('out', 'corrected', 'confirmed', 'settled')),
  until_day date not null,
  primary key (office, dossier)
);
create index galley_list_by_day on galley_list (until_day) where state = 'out';

-- A session that proved the slip of a dossier sees it until it ends.
create table session_dossiers (
  token_hash bytea not null references sessions on delete cascade,
  office text not null,
  dossier uuid not null,
  primary key (token_hash, office, dossier),
  foreign key (office, dossier) references dossiers
);
