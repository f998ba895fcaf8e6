--liquibase formatted sql
--changeset hal:1
insert into words (word) values ('deep');
