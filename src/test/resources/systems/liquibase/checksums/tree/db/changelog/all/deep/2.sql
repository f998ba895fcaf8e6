insert into words (word) values ('plain ${everywhere}');
-- end