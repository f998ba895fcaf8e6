alter table reports add column owner integer;
