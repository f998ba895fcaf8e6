"""orders

Revision ID: 003_orders
Revises: 001_users
"""
import sqlalchemy as sa
from alembic import op

revision = '003_orders'
down_revision = '001_users'


def upgrade():
    op.create_table('t_003_orders', sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table('t_003_orders')
