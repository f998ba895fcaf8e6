--liquibase formatted sql
--changeset ann:003
create table spans (id int);
