create table spans (id integer primary key, name varchar(100));
