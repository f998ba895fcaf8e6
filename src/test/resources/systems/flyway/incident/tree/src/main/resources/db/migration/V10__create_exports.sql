create table exports (id integer primary key, name varchar(100));
