-- migration 001
create table people (
  id integer primary key autoincrement,
  name text not null,
  email text unique,
  age integer check (age >= 0),
  constraint name_is_long check (length(name) > 1)
);
create index people_by_age on people (age);

-- migration 002
alter table people add column born date;
alter table people add column legacy text;
create table Orders (id integer primary key, person integer references people (id), amount real default 0);
create view adults as select id, name from people where age >= 18;
create trigger people_noted after insert on people begin update people set born = '2025-01-01' where id = new.id; end;

-- migration 003
alter table people drop column legacy;
alter table Orders rename column amount to total;
create table people_new (id integer primary key, name text, email text, age integer, born date);
insert into people_new select id, name, email, age, born from people;
drop view adults;
drop table people;
alter table people_new rename to people;
create unique index people_by_email on people (email);
create view "Grown Ups" as select id from people where age >= 21;

-- migration 004
create table if not exists people (id integer, never text);
create table if not exists drafts (id integer primary key, code text, unique (code, id));
drop table if exists never_there;
