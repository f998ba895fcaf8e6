from config.common import *  # noqa

INSTALLED_APPS += ["stock"]
