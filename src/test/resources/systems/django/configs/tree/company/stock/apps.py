from django.apps import AppConfig


class Stock(AppConfig):
    name = "company.stock"
    label = "warehouse"
    default = False
