-- +goose Up
CREATE TABLE spans (id int);

-- +goose Down
DROP TABLE spans;
