-- Counts the changes of the sums of days and months, so that a program may keep what it read of them until the next one. What just happened waits among the deltas, which are always
-- read. Kept by triggers: nobody can change a sum and forget it.
create table tally_epoch (
  one boolean primary key default true check (one),
  epoch bigint not null
);
insert into tally_epoch (epoch) values (1);

create function next_tally_epoch() returns trigger language plpgsql as $$
begin
  update tally_epoch set epoch = epoch + 1;
  return null;
end $$;
create trigger days_end_the_epoch after insert or update or delete or truncate on tally_days for each statement execute function next_tally_epoch();
create trigger months_end_the_epoch after insert or update or delete or truncate on tally_months for each statement execute function next_tally_epoch();
