-- +goose Up
CREATE TABLE accounts (id int);

-- +goose Down
DROP TABLE accounts;
