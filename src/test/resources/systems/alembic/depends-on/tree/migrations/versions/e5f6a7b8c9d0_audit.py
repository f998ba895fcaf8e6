"""audit

Revision ID: e5f6a7b8c9d0
Revises: 
Create Date: 2024-03-01 09:00:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'e5f6a7b8c9d0'
down_revision = None
branch_labels = 'audit'
depends_on = None


def upgrade():
    op.create_table(
        't_e5f6a7',
        sa.Column('id', sa.Integer(), primary_key=True),
    )


def downgrade():
    op.drop_table('t_e5f6a7')
