create table accounts (id integer primary key, name varchar(100));
