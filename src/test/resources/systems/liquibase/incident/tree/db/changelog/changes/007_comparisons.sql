--liquibase formatted sql
--changeset ann:007
create table comparisons (id int);
