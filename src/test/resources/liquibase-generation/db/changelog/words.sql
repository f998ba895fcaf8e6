insert into words (word) values ('file ${app.words}');
