create table people (
  id bigint not null auto_increment primary key,
  name varchar(50) not null default 'nobody',
  email varchar(100) character set latin1,
  age int default 18 check (age between 0 and 150),
  salary decimal(10, 2),
  born date default (current_date),
  seen timestamp not null default current_timestamp on update current_timestamp,
  mood enum('sad', 'ok', 'happy') default 'ok',
  tags set('a', 'b'),
  data json,
  note text comment 'anything',
  full_name varchar(200) generated always as (concat(name, ' ', email)) stored,
  spare int,
  flag bit(1) default b'0',
  unique key email_once (email),
  key by_age (age),
  key by_name (name, age desc),
  key by_prefix (note(20)),
  key by_prefix_too (name(10), email),
  constraint name_fits check (char_length(name) > 1),
  check (salary > 0)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_general_ci comment = 'everybody'

create table orders (
  id int unsigned not null,
  person bigint not null,
  other bigint,
  amount double(8, 3) default 0.5,
  place point not null,
  primary key (id),
  spatial key by_place (place),
  constraint orders_person foreign key (person) references people (id) on delete cascade,
  foreign key (other) references people (id)
) row_format = compressed

create table words (word text, fulltext key by_text (word)) engine = MyISAM

create table quiet (a int, b varchar(10), c int invisible) engine = MyISAM

create table kept (a int, b int) with system versioning

create table measured (at date not null, what int) partition by range (year(at)) (
  partition p2025 values less than (2026), partition p2026 values less than (2027))

create sequence tickets start with 100 increment by 5

create view adults as select id, name, age from people where age >= 18

create sql security invoker view checked as select a from quiet where a > 0 with local check option

create function doubled(a int) returns int deterministic return a * 2

create procedure tidy(in a int, out b varchar(10)) modifies sql data comment 'tidies' begin delete from quiet where quiet.a = a; set b = 'done'; end

create trigger people_log before insert on people for each row set new.note = 'changed'

create event nightly on schedule every 1 day do delete from quiet

grant select, update (b) on quiet to reader
