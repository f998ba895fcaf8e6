"""items

Revision ID: s1_items
Revises: 
"""
import sqlalchemy as sa
from alembic import op

revision = 's1_items'
down_revision = None
branch_labels = ("shop",)
depends_on = "core"


def upgrade():
    op.create_table('t_s1_items', sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table('t_s1_items')
