from logging.config import fileConfig

from alembic import context
from sqlalchemy import create_engine

config = context.config
fileConfig(config.config_file_name)

for name in config.get_main_option("databases").split(", "):
    engine = create_engine(config.get_section(name)["sqlalchemy.url"])
    with engine.connect() as connection:
        context.configure(connection=connection, upgrade_token=f"{name}_upgrades", downgrade_token=f"{name}_downgrades")
        with context.begin_transaction():
            context.run_migrations(engine_name=name)
