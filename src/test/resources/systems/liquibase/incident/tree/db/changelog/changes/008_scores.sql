--liquibase formatted sql
--changeset ann:008
create table scores (id int);
