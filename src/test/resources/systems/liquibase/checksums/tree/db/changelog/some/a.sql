--liquibase formatted sql
--changeset ida:1
insert into words (word) values ('a');
