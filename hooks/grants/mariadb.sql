-- A user for migtrue that may log in and read the version table. Nothing else.
-- Put in your own: shop (the database), flyway_schema_history (the version table), 'change-me'.
-- With a right to that table alone, a version table that does not exist looks like one that may not be read; whoever may
-- SELECT on shop.* is told the difference.
CREATE USER migtrue IDENTIFIED BY 'change-me' WITH MAX_STATEMENT_TIME 10;
GRANT SELECT ON shop.flyway_schema_history TO migtrue;
-- For 'migtrue drift', which compares whole schemas, grant SELECT on shop.* instead. What a user with that right alone is not shown (triggers, events,
-- routines, keys that refer to other tables) is told as not compared.
