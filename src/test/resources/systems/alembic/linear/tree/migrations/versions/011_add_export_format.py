"""add export format

Revision ID: 011_add_export_format
Revises: 010_create_exports
Create Date: 2024-03-11 09:00:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '011_add_export_format'
down_revision = '010_create_exports'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column('exports', sa.Column('format', sa.String(length=80)))


def downgrade():
    op.drop_column('exports', 'format')
