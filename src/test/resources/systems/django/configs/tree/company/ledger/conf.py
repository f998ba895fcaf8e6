from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "company.ledger"
    label = "books"
