-- A role for migtrue that may log in, see which tables there are, and read the version table. Nothing else.
-- Put in your own: shop (the database), public (the schema), flyway_schema_history (the version table), 'change-me'.
-- Run as the owner of the database who may also create roles.
CREATE ROLE migtrue LOGIN PASSWORD 'change-me';
ALTER ROLE migtrue SET default_transaction_read_only = on;
ALTER ROLE migtrue SET statement_timeout = '10s';
ALTER ROLE migtrue SET lock_timeout = '5s';
ALTER ROLE migtrue SET idle_in_transaction_session_timeout = '60s';
GRANT CONNECT ON DATABASE shop TO migtrue;
GRANT USAGE ON SCHEMA public TO migtrue;
GRANT SELECT ON TABLE public.flyway_schema_history TO migtrue;
-- 'migtrue drift' needs nothing more: the catalogue of PostgreSQL is shown to everybody who may connect.
