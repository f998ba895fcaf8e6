-- A user for migtrue that may log in and read the version table. Nothing else. Not run: the tests have no Oracle.
-- Put in your own: shop (the schema), "flyway_schema_history" (the version table, in quotes if it was created so), "Change-me-1".
-- Run in the pluggable database, as somebody who may create users. READ is SELECT without the right to lock rows.
-- With a right to that table alone, a version table that does not exist looks like one that may not be read; whoever may
-- READ ANY TABLE is told the difference.
CREATE USER migtrue IDENTIFIED BY "Change-me-1";
GRANT CREATE SESSION TO migtrue;
GRANT READ ON shop."flyway_schema_history" TO migtrue;
