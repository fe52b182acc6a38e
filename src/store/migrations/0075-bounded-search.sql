-- A search does the same work however many dossiers hold its words: common words are met on a short walk from the newest line on, rare ones are found by their groups of
-- three letters. The groups are kept apart by office, so that a small office does not read the postings of all.
create function dossier_grams(office text, search_ascii text) returns int[] language sql immutable strict parallel safe cost 1000
  return array(select distinct hashtext(office || '/' || gram) from unnest(show_trgm(search_ascii)) as gram);

drop index dossier_list_by_words;
-- a short pending list: searches read it through
create index dossier_list_by_grams on dossier_list using gin (dossier_grams(office, search_ascii)) with (gin_pending_list_limit = 256);
create index dossier_list_newest on dossier_list (office, lodged_at desc, dossier);
-- what is over is looked through from its end
create index dossier_list_by_due_day on dossier_list (office, due_day, due_time, dossier);

create index transferred_list_by_grams on transferred_list using gin (dossier_grams(office, search_ascii)) with (gin_pending_list_limit = 256);
