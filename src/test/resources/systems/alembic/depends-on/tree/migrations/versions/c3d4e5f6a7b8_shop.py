"""shop

Revision ID: c3d4e5f6a7b8
Revises: 
Create Date: 2024-03-01 09:00:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'c3d4e5f6a7b8'
down_revision = None
branch_labels = ('shop', 'store')
depends_on = 'core'


def upgrade():
    op.create_table(
        't_c3d4e5',
        sa.Column('id', sa.Integer(), primary_key=True),
    )


def downgrade():
    op.drop_table('t_c3d4e5')
