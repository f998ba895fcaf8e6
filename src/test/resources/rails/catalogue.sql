SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || COALESCE(column_default, '')
FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL
SELECT 'index ' || tablename || ' ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL
SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
UNION ALL
SELECT 'comment ' || objoid::regclass || ' ' || objsubid || ' ' || description FROM pg_description
WHERE classoid = 'pg_class'::regclass AND objoid::regclass::text IN (SELECT table_name FROM information_schema.tables WHERE table_schema = 'public')
ORDER BY 1
