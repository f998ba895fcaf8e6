-- migrate:up
create table tags (id integer);

-- migrate:down
drop table tags;
