from django.apps import AppConfig


class Market(AppConfig):
    name = "company.shop"
    label = "market"


class Store(AppConfig):
    name = "company.shop"
    label = "store"
