INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "people",
    "shop",
]
AUTH_USER_MODEL = "people.Person"
