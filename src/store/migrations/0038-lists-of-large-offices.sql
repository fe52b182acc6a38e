-- Lists stay as fast with a million dossiers as with ten thousand: a page is read in the order of an index and no farther, and words are looked
-- for within the office. btree_gin lets the office stand in the index of words; it comes with PostgreSQL as pg_trgm does.
create extension if not exists btree_gin;

drop index dossier_list_by_due;
create index dossier_list_by_due on dossier_list (office, status, proposed, due_day, due_time, dossier);

drop index dossier_list_by_words;
create index dossier_list_by_words on dossier_list using gin (office, search_ascii gin_trgm_ops);
