create view whole as select word from words -- ${everywhere}
