create table plain_a (id int);
create table plain_c (id int);
