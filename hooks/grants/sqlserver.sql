-- A user for migtrue that may log in and read the version table. Nothing else. Not run: the tests have no SQL Server.
-- Put in your own: shop (the database), dbo (the schema), flyway_schema_history (the version table), 'Change-me-1'.
-- Run as somebody who may create logins, in sqlcmd or another program that knows GO.
USE master;
CREATE LOGIN migtrue WITH PASSWORD = 'Change-me-1', DEFAULT_DATABASE = shop;
GO
USE shop;
CREATE USER migtrue FOR LOGIN migtrue WITH DEFAULT_SCHEMA = dbo;
GRANT SELECT ON OBJECT::dbo.flyway_schema_history TO migtrue;
GO
