create table accounts (id int);
---- create above / drop below ----
drop table accounts;
