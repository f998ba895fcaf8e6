"""users

Revision ID: c1_users
Revises: 
"""
import sqlalchemy as sa
from alembic import op

revision = 'c1_users'
down_revision = None
branch_labels = ("core",)


def upgrade():
    op.create_table('t_c1_users', sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table('t_c1_users')
