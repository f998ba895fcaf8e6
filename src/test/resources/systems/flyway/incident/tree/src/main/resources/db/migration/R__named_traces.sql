drop view if exists named_traces;
create view named_traces as select id from traces where name is not null;
