create table reports (id integer primary key, name varchar(100));
