-- +goose up
CREATE TABLE padded (id int);

-- +goose Down
DROP TABLE padded;
