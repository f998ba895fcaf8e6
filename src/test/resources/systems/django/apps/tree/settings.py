INSTALLED_APPS = [
    "company.shop.apps.ShopConfig",
    "company.stock",
    "company.ledger",
]
