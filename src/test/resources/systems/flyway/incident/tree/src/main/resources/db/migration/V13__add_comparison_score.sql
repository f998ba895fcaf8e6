alter table comparisons add column score integer;
