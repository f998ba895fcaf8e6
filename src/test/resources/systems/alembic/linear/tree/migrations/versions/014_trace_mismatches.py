"""trace mismatches

Revision ID: 014_trace_mismatches
Revises: 013_add_comparison_score
Create Date: 2024-03-14 09:00:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '014_trace_mismatches'
down_revision = '013_add_comparison_score'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'trace_mismatches',
        sa.Column('id', sa.Integer(), primary_key=True),
        sa.Column('trace', sa.String(length=80)),
        sa.Column('reason', sa.String(length=80)),
    )


def downgrade():
    op.drop_table('trace_mismatches')
