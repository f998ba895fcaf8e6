"""items

Revision ID: b1_items
Revises: a2_roles
"""
import sqlalchemy as sa
from alembic import op

revision = 'b1_items'
down_revision = 'a2_roles'


def upgrade():
    op.create_table('t_b1_items', sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table('t_b1_items')
