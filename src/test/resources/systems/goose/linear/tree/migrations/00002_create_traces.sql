-- +goose Up
CREATE TABLE traces (id int);

-- +goose Down
DROP TABLE traces;
