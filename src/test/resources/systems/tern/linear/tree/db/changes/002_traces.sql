create table traces (id int);
