INSTALLED_APPS = [
    "shop",
]
