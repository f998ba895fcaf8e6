alter table spans add column status varchar(20);
