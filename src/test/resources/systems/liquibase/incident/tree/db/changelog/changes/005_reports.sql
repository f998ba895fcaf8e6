--liquibase formatted sql
--changeset ann:005
create table reports (id int);
