-- Both are in the embedded build and in every distribution.
create extension if not exists pg_trgm;
create extension if not exists unaccent;
