"""add report owner

Revision ID: 009_add_report_owner
Revises: 008_create_reports
Create Date: 2024-03-09 09:00:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '009_add_report_owner'
down_revision = '008_create_reports'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column('reports', sa.Column('owner', sa.String(length=80)))


def downgrade():
    op.drop_column('reports', 'owner')
