"""search index

Revision ID: 4d5e6f708192
Revises: 3c4d5e6f7081
Create Date: 2024-03-01 09:00:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '4d5e6f708192'
down_revision = '3c4d5e6f7081'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        't_4d5e6f',
        sa.Column('id', sa.Integer(), primary_key=True),
    )


def downgrade():
    op.drop_table('t_4d5e6f')
