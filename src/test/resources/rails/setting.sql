DROP SCHEMA public CASCADE; CREATE SCHEMA public;
CREATE TABLE authors (id bigserial PRIMARY KEY, name varchar, created_at timestamp, updated_at timestamp);
CREATE TABLE books (id bigserial PRIMARY KEY, author_id bigint, title varchar, year integer,
  CONSTRAINT fk_rails_53d51ce16a FOREIGN KEY (author_id) REFERENCES authors (id), CONSTRAINT real_year CHECK (year > -5000));
CREATE INDEX index_books_on_title ON books (title);
CREATE TABLE loose (id bigserial PRIMARY KEY, author_id bigint);
CREATE TABLE authors_tags (author_id bigint, tag_id bigint);
