--liquibase formatted sql
--changeset ann:001
create table accounts (id int);
