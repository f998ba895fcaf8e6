--liquibase formatted sql
--changeset ann:009a
create table lost (id int);
--changeset ann:009b
create table found (id int);
