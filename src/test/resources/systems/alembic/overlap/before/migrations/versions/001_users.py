"""users

Revision ID: 001_users
Revises: 
"""
import sqlalchemy as sa
from alembic import op

revision = '001_users'
down_revision = None


def upgrade():
    op.create_table('t_001_users', sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table('t_001_users')
