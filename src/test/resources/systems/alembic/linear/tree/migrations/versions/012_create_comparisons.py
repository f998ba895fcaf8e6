"""create comparisons

Revision ID: 012_create_comparisons
Revises: 011_add_export_format
Create Date: 2024-03-12 09:00:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '012_create_comparisons'
down_revision = '011_add_export_format'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'comparisons',
        sa.Column('id', sa.Integer(), primary_key=True),
        sa.Column('one', sa.String(length=80)),
        sa.Column('other', sa.String(length=80)),
    )


def downgrade():
    op.drop_table('comparisons')
