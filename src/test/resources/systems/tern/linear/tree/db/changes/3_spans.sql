create table spans (id int);
---- create above / drop below ----
drop table spans;
