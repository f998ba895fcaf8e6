default_app_config = "company.ledger.conf.LedgerConfig"
