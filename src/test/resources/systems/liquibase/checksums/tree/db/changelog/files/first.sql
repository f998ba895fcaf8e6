-- a file with ${everywhere}
insert into words (word) values ('first ;  file');
insert into words (word) values ('${everywhere}');