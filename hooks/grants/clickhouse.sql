-- A user for migtrue that may log in and read the version table. Nothing else. Not run: the tests have no ClickHouse.
-- Put in your own: shop (the database), schema_migrations (the version table), 'change-me'.
-- The user may have readonly = 1, which migtrue asks for too, but not 2: then the server refuses to be asked.
CREATE USER migtrue IDENTIFIED WITH sha256_password BY 'change-me' SETTINGS readonly = 1;
GRANT SELECT ON shop.schema_migrations TO migtrue;
