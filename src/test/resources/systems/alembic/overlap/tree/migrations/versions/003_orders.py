"""orders

Revision ID: 003_orders
Revises: 002_items
"""
import sqlalchemy as sa
from alembic import op

revision = '003_orders'
down_revision = '002_items'


def upgrade():
    op.create_table('t_003_orders', sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table('t_003_orders')
