--liquibase formatted sql
--changeset ida:2
insert into words (word) values ('b');
