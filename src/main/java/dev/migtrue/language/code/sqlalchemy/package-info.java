/** What calls of SQLAlchemy and Alembic do, as the SQL that they are run as. Pure. */
@NullMarked
package dev.migtrue.language.code.sqlalchemy;

import org.jspecify.annotations.NullMarked;
