-- migrate:up
create table accounts (id integer);

-- migrate:down
drop table accounts;
