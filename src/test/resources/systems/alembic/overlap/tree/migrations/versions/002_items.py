"""items

Revision ID: 002_items
Revises: 001_users
"""
import sqlalchemy as sa
from alembic import op

revision = '002_items'
down_revision = '001_users'


def upgrade():
    op.create_table('t_002_items', sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table('t_002_items')
