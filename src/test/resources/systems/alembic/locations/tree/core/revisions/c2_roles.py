"""roles

Revision ID: c2_roles
Revises: c1_users
"""
import sqlalchemy as sa
from alembic import op

revision = 'c2_roles'
down_revision = 'c1_users'


def upgrade():
    op.create_table('t_c2_roles', sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table('t_c2_roles')
