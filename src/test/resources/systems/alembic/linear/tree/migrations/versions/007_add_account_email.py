"""add account email

Revision ID: 007_add_account_email
Revises: 006_create_tags
Create Date: 2024-03-07 09:00:00

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '007_add_account_email'
down_revision = '006_create_tags'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column('accounts', sa.Column('email', sa.String(length=80)))


def downgrade():
    op.drop_column('accounts', 'email')
