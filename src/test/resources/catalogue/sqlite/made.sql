create table people (
  id integer primary key autoincrement,
  name varchar(50) not null default 'nobody', -- as on the passport
  email text collate nocase unique,
  age integer default 18 check (age between 0 and 150),
  salary numeric(10, 2) default (1 + 1),
  seen text default current_timestamp,
  note text,
  full_name text generated always as (name || ' ' || email) stored,
  [odd "name] text,
  constraint pair_once unique (name, age),
  constraint named_fits check (length(name) > 1),
  check (age < 200 or note is null)
);
create table orders (
  id integer not null,
  person integer not null references people (id) on delete cascade,
  other integer references people (id) deferrable initially deferred,
  placed text not null default '2020-01-01',
  amount real default -1,
  primary key (id, person desc),
  constraint orders_note foreign key (other, placed) references people (id, note) on update set null
);
create table strict_one (a integer, b any) strict;
create table keyed (a text primary key, b blob) without rowid;
create table quiet (a integer);
create virtual table searched using fts5 (title, body);
create index people_by_age on people (age);
create index people_by_name on people (name, age desc);
create index people_by_lower on people (lower(name));
create index people_active on people (seen) where note is not null;
create index people_collated on people (email collate rtrim);
create unique index people_unique on people (salary);
create view adults as select id, name, age from people where age >= 18;
create view named (a, b) as select id, name from people;
create trigger people_log after insert on people when new.age > 1 begin
  update people set note = 'changed' where id = new.id;
end;
create trigger people_before before update of name, age on people begin select 1; end;
create trigger adults_insert instead of insert on adults begin insert into people (name) values (new.name); end;
