from django.apps import AppConfig


class StockConfig(AppConfig):
    name = "company.stock"
    label = "warehouse"
