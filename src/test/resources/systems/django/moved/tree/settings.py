INSTALLED_APPS = [
    "shop",
    "stock",
]
MIGRATION_MODULES = {
    # "stock": "elsewhere",
    "shop": "database.shop_migrations",
}
