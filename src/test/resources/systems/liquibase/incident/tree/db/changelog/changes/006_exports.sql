--liquibase formatted sql
--changeset ann:006
create table exports (id int);
