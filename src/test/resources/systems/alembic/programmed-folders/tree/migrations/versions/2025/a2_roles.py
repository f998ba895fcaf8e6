"""roles

Revision ID: a2_roles
Revises: a1_users
"""
import sqlalchemy as sa
from alembic import op

revision = 'a2_roles'
down_revision = 'a1_users'


def upgrade():
    op.create_table('t_a2_roles', sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table('t_a2_roles')
