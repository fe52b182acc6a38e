-- What was folded lately, so that a program carries on the sums that it keeps instead of reading them anew: with few dossiers no matter, with a million seconds.
create table tally_folded (
  -- the epoch of the sums in which these were not yet folded
  epoch bigint not null,
  office text not null,
  day date not null,
  kind text not null,
  point text not null,
  subject text not null,
  channel text not null,
  degree text not null,
  took int not null,
  n int not null
);
create index tally_folded_by_epoch on tally_folded (epoch);

-- Sums kept since this epoch can be carried on: all that changed them since is folded deltas.
alter table tally_epoch add column since bigint not null default 0;
update tally_epoch set since = epoch;

-- Whoever folds says so; any other change of the sums ends what can be carried on.
create or replace function next_tally_epoch() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('loc_vung.folding', true), '') = 'yes' then
    update tally_epoch set epoch = epoch + 1;
  else
    update tally_epoch set epoch = epoch + 1, since = epoch + 1;
  end if;
  return null;
end $$;
