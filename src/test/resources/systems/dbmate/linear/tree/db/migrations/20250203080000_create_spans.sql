-- migrate:up
create table spans (id integer);

-- migrate:down
drop table spans;
