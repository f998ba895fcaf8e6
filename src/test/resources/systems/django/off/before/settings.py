INSTALLED_APPS = [
    "legacy",
    "shop",
]
