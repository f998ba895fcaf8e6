--liquibase formatted sql
--changeset ann:002
create table traces (id int);
