INSTALLED_APPS = [
    "company.audit",
    "company.ledger",
    "company.shop",
    "company.stock",
]
