-- What is over of one year of codes, in the order of its due days: found at once, however long ago.
create index dossier_list_by_code_year on dossier_list (office, (substring(dossier_code from '-[0-9][0-9]')) collate "C", due_day, due_time, dossier)
  where dossier_code is not null;
-- Codes need not stand in the index of due days any more.
drop index dossier_list_by_due_day;
create index dossier_list_by_due_day on dossier_list (office, due_day, due_time, dossier);
-- The planner takes what begins like a code, or is of a year of codes, for few lines unless it knows how codes are spread: of an index it keeps that under another name than it asks by.
create statistics dossier_codes on (substring(dossier_code from '-.*$') collate "C") from dossier_list;
create statistics dossier_code_years on (substring(dossier_code from '-[0-9][0-9]') collate "C") from dossier_list;
analyze dossier_list;
