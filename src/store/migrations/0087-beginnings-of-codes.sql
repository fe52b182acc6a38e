-- The beginning of a dossier code is held by a third of an office's dossiers or by one: it is found in the order of codes, in lists of what is over on a walk over the index alone.
create index dossier_list_by_code on dossier_list (office, substring(dossier_code from '-.*$') text_pattern_ops) where dossier_code is not null;

drop index dossier_list_by_due_day;
create index dossier_list_by_due_day on dossier_list (office, due_day, due_time, dossier) include (dossier_code);
