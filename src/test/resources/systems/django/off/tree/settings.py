INSTALLED_APPS = [
    "legacy",
    "shop",
]
MIGRATION_MODULES = {
    "legacy": None,
}
