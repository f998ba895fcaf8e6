from django.apps import AppConfig


class ShopConfig(AppConfig):
    name = "company.shop"
    label = "store"
    verbose_name = "The shop"
