create table comparisons (id integer primary key, name varchar(100));
