"""add comparison score

Revision ID: 013_add_comparison_score
Revises: 012_create_comparisons
Create Date: 2024-03-13 09:00:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '013_add_comparison_score'
down_revision = '012_create_comparisons'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column('comparisons', sa.Column('score', sa.String(length=80)))


def downgrade():
    op.drop_column('comparisons', 'score')
