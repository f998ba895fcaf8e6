"""d1_users

Revision ID: d1_users
Revises: 
"""
import sqlalchemy as sa
from alembic import op

revision = 'd1_users'
down_revision = None


def upgrade(engine_name):
    globals()["upgrade_" + engine_name]()


def downgrade(engine_name):
    globals()["downgrade_" + engine_name]()


def upgrade_main():
    op.create_table('t_d1_users', sa.Column("id", sa.Integer, primary_key=True))


def downgrade_main():
    op.drop_table('t_d1_users')


def upgrade_other():
    pass


def downgrade_other():
    pass
