-- liquibase formatted sql

--changeset cora:report-1 splitStatements:false
--comment: what was asked for
create table reports (id int, title varchar(10));
--rollback drop table reports;

-- changeset "cora b":"report 2" runOnChange:true labels:"a, b"
insert into reports (id, title) values (1, '${table.prefix}');

--changeset cora:report-3 dbms:h2
select 1 from nowhere;
