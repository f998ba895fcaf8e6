alter table exports add column format varchar(20);
