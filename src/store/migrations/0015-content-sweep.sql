-- Which bytes belong to which dossier, made from the log like every view; and which may belong to nobody any more.

create table dossier_files (
  office text not null,
  dossier uuid not null,
  sha256 text not null,
  primary key (office, dossier, sha256)
);
create index dossier_files_by_content on dossier_files (sha256);
insert into dossier_files
  select distinct office, dossier, found[1] from dossier_events, regexp_matches(data::text, '"([0-9a-f]{64})"', 'g') found;

create index draft_pages_by_content on draft_pages (sha256);
create index draft_pages_by_preview on draft_pages (preview_sha256) where preview_sha256 is not null;

-- Bytes that something let go of. They are looked at an hour later, and removed when nothing else holds them.
create table loose_content (
  sha256 text primary key,
  since timestamptz not null
);

create function let_go_of_page() returns trigger language plpgsql as $$
begin
  insert into loose_content (sha256, since)
    select sha256, now() from (values (old.sha256), (old.preview_sha256)) as gone (sha256) where sha256 is not null
    on conflict (sha256) do update set since = excluded.since;
  return null;
end $$;

create trigger draft_pages_let_go after delete on draft_pages for each row execute function let_go_of_page();
