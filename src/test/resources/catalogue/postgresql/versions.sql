create table t (id bigint primary key, name text, at timestamptz, d date, j jsonb, n numeric, arr int[]);

create table u (id bigint references t, v text);

create procedure plain(a integer, b text) language plpgsql as $$begin end$$;

create function f(a integer, out b integer, variadic c text[]) language sql as 'select 1';

create view v_extract as select extract(year from d) as y, date_trunc('day', at) as x from t;

create view v_zone as select at at time zone 'UTC' as z from t;

create view v_sub as select substring(name from 2 for 3) as s, trim(both 'x' from name) as b, position('a' in name) as p, overlay(name placing 'x' from 1) as o from t;

create view v_ord as select lower(name) as name from t order by t.name;

create view v_ord2 as select id, name from t order by name, t.id desc;

create view v_corr as select id, (select count(*) from u where u.id = t.id) as c from t where exists (select 1 from u where u.id = t.id);

create view v_join as select t.id, u.v from t join u on u.id = t.id;

create view v_cross as select t.id, u.v from t, u;

create view v_union as select id from t union all select id from u order by 1;

create view v_alias as select "T x".id, "T x".name as "o.t" from t as "T x" where "T x".name <> 't.name' and "T x".name like 'a''t.name';

create view v_star as select t.*, (t.*)::text as r from t;

create view v_whole as select count(t) as c, jsonb_agg(to_jsonb(t)) as j from t;

create view v_from_sub as select q.a from (select id + 1 as a from t) q where q.a > 1;

create view v_values as select x.a from (values (1), (2)) x(a);

create view v_func as select g from generate_series(1, 3) g;

create view v_func2 as select g.n from generate_series(1, 3) g(n) where g.n > 1;

create view v_window as select id, row_number() over (partition by name order by id) as r, sum(id) over w as s from t window w as (order by t.at);

create view v_group as select name, count(distinct id) filter (where n > 1) as c, max(at) as m from t group by name having count(*) > 1 order by name limit 3;

create view v_lat as select t.id, l.x from t left join lateral (select u.v as x from u where u.id = t.id limit 1) l on true;

create view v_with as with q as (select id from t), z as materialized (select q.id from q) select z.id from z;

create view v_case as select case when name = 't' then id else (n)::bigint end as c, coalesce(name, 'none') as d, name is distinct from 'x' as e, arr[1] as f, array_agg(id) as g, (j ->> 'a') as h from t group by t.name, t.id, t.n, t.arr, t.j;

create view v_distinct as select distinct on (name) name, id from t order by name, id;

create view v_only as select id from only t;

create view v_sample as select id from t tablesample bernoulli (10);

create view v_values2 as values (1), (2);

create view v_noFrom as select 1 as a, 'x'::text as b, current_date as c, current_timestamp as d, localtime as e;

create view v_renamed (x, y) as select id, name from t;

create view v_for as select id from t for update;

create view v_in as select id from t where id in (select u.id from u) and name = any (array['a','b']);

create view v_any as select id from t where (id, name) in (select u.id, u.v from u);

create view v_rows as select rows.id from t as rows;

create view v_ord3 as select -id as id from t order by -t.id, abs(t.id), t.name;

create view v_grp2 as select upper(name) as name, count(*) as c from t group by t.name;

create view v_like as select id from t where name ilike '%a' and name not like 'b' and name similar to 'c' and not (id between 1 and 2);

create view v_roll as select name, n, count(*) from t group by rollup (name, n);

create view v_json as select jsonb_agg(j) as a, (select max(x.y) from jsonb_to_recordset(j) x(y int)) as b from t group by j;

create view v_nested as select id from (select id from (select id from t where t.id > 1) a where a.id < 9) b;

create view v_int as select id from t intersect select id from u;

create table c (a int check (a > 0), b timestamptz default (now() at time zone 'utc'), y int default extract(year from current_date), s text generated always as (substring('abc' from 1 for 2)) stored, z text not null default upper('x'), i interval default '1 day', ts timestamp default '2020-01-01', ar int[] default array[1,2], bl boolean default true, num numeric default 1.50, by bytea default '\x00', ch char(3) default 'a', bi bit(3) default b'101', neg int default -1, fl double precision default 1e10, cur text default current_user, uid uuid default gen_random_uuid(), js jsonb default '{"a":1}', constraint cc check (z ~ '^[a-z]+$' and s in ('a')));

create index on c (extract(year from ts));

create index on c (lower(z), (a + 1)) where s is not null;

create index on c (date_trunc('month', ts));

create index on c using brin (a);

create index on c using hash (z);

alter table t enable row level security;

create policy p on t using (id in (select u.id from u where u.v = t.name) and name = current_user);

create rule ru as on insert to u do also insert into t (id, name) values (new.id, new.v);

create rule ru2 as on update to u where old.id > 1 do also update t set name = new.v where t.id = old.id;

create function body(a bigint) returns bigint language sql begin atomic select id from t where id = a and name = 'x'; end;

create function trg() returns trigger language plpgsql as $$begin return null; end $$;

create trigger tr after update on t for each row when (old.* is distinct from new.*) execute function trg();

grant all on t to reader;

grant all on schema public to reader;

create sequence s as smallint;

create table ident (a int generated always as identity, b smallserial, c bigserial, d int not null);

create table nn (a int constraint a_there not null, b int, primary key (b));

create domain dd as text not null check (value <> '') constraint named check (length(value) < 10);

create statistics st on id, name from t;

create statistics st2 (ndistinct, mcv) on id, name from t;

create statistics st3 on (lower(name)) from t;

create publication pub for all tables;

create publication pub2 for table u (id) where (id > 1);

create publication pub3 for table t with (publish = 'insert', publish_via_partition_root);

create table part (a int not null, b text) partition by list (b);

create table part_a partition of part for values in ('a');

create table part_d partition of part default;

create table part2 (a int not null, b int generated always as identity) partition by hash (a);

create table lz (a text compression pglz) with (autovacuum_enabled = false, toast.autovacuum_enabled = false);

create collation ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false);

create collation de (provider = icu, locale = 'de-DE');

create type r as range (subtype = integer);

create index on t using gin (j jsonb_path_ops);

create extension pg_trgm;

create index on t using gin (name gin_trgm_ops);

create extension citext;

create extension pgcrypto;

create view w1 as select distinct on (t.name) lower(name) as name from t order by t.name;

create view w2 as select string_agg(v, ',' order by u.v desc) as v, array_agg(id order by u.id) as id from u;

create view w3 as select lower(name) as name, row_number() over (order by t.name) as id from t;

create view w4 as select id as name, name as id from t order by t.id, t.name desc nulls last limit 5;

create view w5 as select lower(name) as name from t order by upper(t.name), t.name collate "C";

create view w6 as select (row(1, 2)).f1 from t;

create table comp (c t, "Sel" int, comp int);

create view w7 as select (c).name, (c).id as i, "Sel", comp, comp.comp as two from comp;

create view w8 as select x.* from (select 1 as a union select 2) x;

create view w9 as select x.a, x.o from unnest(array[1]) with ordinality x(a, o);

create view w10 as select id from t t (id) where t.id = any (select u.id from u where u.id = t.id);

create view w11 as select a.id from (t cross join u b) a (id, n1, n2, n3, n4, n5, n6, id2);

create view w12 as select t.id from rows from (generate_series(1,2), generate_series(2,3)) t(id, n);

create view w13 as select id, (select max(id) from u where id = t.id group by v having count(*) > 0 order by 1) m from t fetch first 2 rows only;

create view w14 as with recursive a (n, p) as (select id, array[id] from t union all select n + 1, p || n from a where n < 3) search depth first by n set o select n, p from a;

create view w15 as select case when exists (select from u) then t.name end as name, grouping(name) as g from t group by grouping sets ((name), ()) order by name;

create view w16 as select distinct name, name || 'x' as y from t order by 2, 1 offset 3;

create materialized view w17 as select name, id from t where name ~ '^a' with no data;

create view w18 as select xmlelement(name foo, t.name) as x, xmlforest(name as n) as y from t;

create view w19 as select name as "Name", -id as "order" from t order by name;

create view w20 as select percentile_cont(0.5) within group (order by n) as p from t;

create view w21 as select t.id from t left join u using (id);

create view w22 as (select id from t order by id limit 1) union (select id from u) order by id;

create view w23 as select id from t where (d, d) overlaps (d, d) and name is normalized;

create table "Upper" ("Id" int, über int, _x int);

create view w24 as select "Id", über, _x from "Upper" where "Upper"."Id" > "Upper".über;

create view w25 as select _x.über from "Upper" _x;

create view w26 as select public.f(_x.über, 'a') as f, (_x._x)::public.positive as g from (select * from "Upper") _x, t;
