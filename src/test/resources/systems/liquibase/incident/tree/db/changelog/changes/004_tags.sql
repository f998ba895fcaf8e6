--liquibase formatted sql
--changeset ann:004
create table tags (id int);
