"""create exports

Revision ID: 010_create_exports
Revises: 009_add_report_owner
Create Date: 2024-03-10 09:00:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '010_create_exports'
down_revision = '009_add_report_owner'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        'exports',
        sa.Column('id', sa.Integer(), primary_key=True),
        sa.Column('target', sa.String(length=80)),
    )


def downgrade():
    op.drop_table('exports')
