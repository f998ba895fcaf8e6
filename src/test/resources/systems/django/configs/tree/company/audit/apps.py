from django.apps import AppConfig


class Plain(AppConfig):
    name = "company.audit"
    label = "log"


class Chosen(AppConfig):
    name = "company.audit"
    label = "trail"
    default = True
