-- migration 001
create table people (
  id bigint not null auto_increment primary key,
  name varchar(100) not null,
  email varchar(200),
  age int check (age >= 0),
  unique key email_once (email),
  key by_age (age),
  constraint name_is_long check (length(name) > 1)
);

-- migration 002
alter table people add column born date, add column legacy text;
create table orders (
  id int unsigned not null,
  person bigint not null,
  other bigint,
  amount decimal(10, 2) default 0,
  primary key (id),
  constraint order_of_people foreign key (person) references people (id),
  foreign key (other) references people (id)
);
create view adults as select id, name from people where age >= 18;
create sequence tickets start with 100;

-- migration 003
drop view adults;
alter table people drop column legacy, change born birthday date, add index by_birthday (birthday);
rename table orders to purchases;
alter table purchases rename column amount to total;
create unique index purchases_once on purchases (person, total);
create view grown_ups as select id, name from people where age >= 21;
create trigger people_noted before insert on people for each row set new.name = trim(new.name);
create procedure nothing() begin end;
create function doubled(a int) returns int deterministic return a * 2;

-- migration 004
create table if not exists people (id bigint, never text);
alter table people add column if not exists birthday date;
drop index by_age on people;
create index by_age_and_name on people (age, name);
