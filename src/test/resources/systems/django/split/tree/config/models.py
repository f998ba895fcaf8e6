AUTH_USER_MODEL = "people.Person"
MIGRATION_MODULES = {}
MIGRATION_MODULES["shop"] = "database.shop"
