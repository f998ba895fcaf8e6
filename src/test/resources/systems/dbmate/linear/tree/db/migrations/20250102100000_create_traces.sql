-- migrate:up
create table traces (id integer);

-- migrate:down
drop table traces;
