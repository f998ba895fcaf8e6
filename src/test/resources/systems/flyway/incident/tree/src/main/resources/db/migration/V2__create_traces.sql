create table traces (id integer primary key, name varchar(100));
