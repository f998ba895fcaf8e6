-- migration 001
create extension if not exists pg_trgm;
create schema audit;
create type mood as enum ('sad', 'ok');
create domain positive as integer check (value > 0);
create table people (
  id bigserial primary key,
  name varchar(100) not null,
  email text unique,
  age integer check (age >= 0),
  mood mood not null default 'ok',
  constraint name_is_long check (length(name) > 1)
);
create index people_by_age on people (age);
create index on people (name);
create table audit.entries (id integer generated always as identity primary key, what text, person bigint);

-- migration 002
alter type mood add value 'happy';
alter table people add column born date, add column legacy text;
create table "Orders" (
  id integer not null,
  person bigint references people (id),
  amount numeric(10, 2) default 0,
  constraint orders_key primary key (id)
);
create sequence tickets start 100;
create view adults as select id, name from people where age >= 18;

-- migration 003
alter table "Orders" rename to orders;
alter table orders rename column amount to total;
alter table orders add constraint total_is_positive check (total >= 0);
drop view adults;
create view grown_ups as select id, name from people where age >= 21;
create materialized view names as select distinct name from people;
create index names_by_name on names (name);

-- migration 004
create function double(a integer) returns integer language sql as 'select a * 2';
create function noted() returns trigger language plpgsql as $$
begin
  insert into audit.entries (what) values (tg_op);
  return new;
end $$;
create trigger people_noted after insert on people for each row execute function noted();
alter table people enable row level security;
create policy people_own on people using (name = current_user);

-- migration 005
do $$
begin
  if not exists (select 1 from information_schema.columns where table_name = 'people' and column_name = 'nick') then
    alter table people add column nick text;
  end if;
  if exists (select 1 from information_schema.columns where table_name = 'people' and column_name = 'legacy') then
    alter table people drop column legacy;
  end if;
end $$;
create table if not exists people (id bigint, never text);
alter table people add column if not exists born date;

-- migration 006
create table events (id bigint not null, at date not null, what text) partition by range (at);
create table events_2025 partition of events for values from ('2025-01-01') to ('2026-01-01');
do $$
declare
  year integer;
begin
  for year in 2026..2027 loop
    execute format('create table events_%s partition of events for values from (%L) to (%L)',
      year, year || '-01-01', (year + 1) || '-01-01');
  end loop;
end $$;

-- migration 007
create table drafts (id integer primary key, code text, unique (id));
do $$
begin
  if current_setting('server_version_num')::integer > 1 then
    create index drafts_by_code on drafts (code);
  end if;
end $$;
create table gone (a integer);
drop table gone;
create table copied as select id, name from people;
alter table audit.entries add constraint entries_of_people foreign key (person) references people (id);
