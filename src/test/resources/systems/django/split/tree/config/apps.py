def installed():
    return ["django.contrib.contenttypes", "django.contrib.auth"]


INSTALLED_APPS = installed()
INSTALLED_APPS.append("people")
INSTALLED_APPS += ("shop",)
