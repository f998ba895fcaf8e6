"""d2_items

Revision ID: d2_items
Revises: d1_users
"""
import sqlalchemy as sa
from alembic import op

revision = 'd2_items'
down_revision = 'd1_users'


def upgrade(engine_name):
    globals()["upgrade_" + engine_name]()


def downgrade(engine_name):
    globals()["downgrade_" + engine_name]()


def upgrade_main():
    op.create_table('t_d2_items', sa.Column("id", sa.Integer, primary_key=True))


def downgrade_main():
    op.drop_table('t_d2_items')


def upgrade_other():
    pass


def downgrade_other():
    pass
