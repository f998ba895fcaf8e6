# -*- coding: utf-8 -*-
"""größe

Revision ID: not the id
"""
from alembic import op
import sqlalchemy as sa

revision = 'aa01'
down_revision = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
