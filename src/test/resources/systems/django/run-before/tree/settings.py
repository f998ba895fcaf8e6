INSTALLED_APPS = [
    "shop",
    "audit",
]
