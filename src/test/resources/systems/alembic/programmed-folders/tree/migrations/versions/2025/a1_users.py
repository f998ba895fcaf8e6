"""users

Revision ID: a1_users
Revises: 
"""
import sqlalchemy as sa
from alembic import op

revision = 'a1_users'
down_revision = None


def upgrade():
    op.create_table('t_a1_users', sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table('t_a1_users')
