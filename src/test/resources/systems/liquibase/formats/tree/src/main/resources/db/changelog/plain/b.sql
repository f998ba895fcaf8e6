create table plain_b (id int);
