"""not looked at

Revision ID: x1_not_looked_at
Revises: 
"""
import sqlalchemy as sa
from alembic import op

revision = 'x1_not_looked_at'
down_revision = None


def upgrade():
    op.create_table('t_x1_not_looked_at', sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table('t_x1_not_looked_at')
