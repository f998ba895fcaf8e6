-- liquibase formatted sql logicalFilePath:sql/formatted.sql
--property name:from.sql value:sql
--property name:quick.type value:varchar(50) dbms:postgresql,h2
--property name:quick.type value:varchar(60)

--changeset gus:1 splitStatements:false stripComments:false
-- a comment that stays
create table plain_words (word ${quick.type});
--rollback drop table plain_words;

--changeset gus:2 runOnChange:true labels:"a, b" context:"!never" endDelimiter:/
--comment: said to people
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 select count(*) from plain_words
insert into plain_words (word) values ('${from.sql}')
/
insert into plain_words (word) values ('two')
/

--changeset gus:3 dbms:h2
insert into plain_words (word) values ('h2');

--changeset "gus b":"4 c" runAlways:true failOnError:false
--validCheckSum: 9:00000000000000000000000000000000
insert into plain_words (word) values ('four');

--ignoreLines:start
--changeset gus:ignored
drop table plain_words;
--ignoreLines:end

--changeset gus:5 logicalFilePath:sql/other.sql runInTransaction:false
/* liquibase rollback
   delete from plain_words
*/
insert into plain_words (word) values ('five');   
	insert into plain_words (word) values ('fives');
--rollback not required

--changeset gus:6 dbms:postgresql splitStatements:false
create or replace function six() returns int language sql as $$ select 6; $$;

-- changeset gus:7 dbms:!postgresql,!oracle
insert into plain_words (word) values ('seven');
--ignoreLines:1
-- this line is passed over
--changeset gus:8 runWith:jdbc
insert into plain_words (word) values ('é8'), ('é8');
