"""Says of each edit whether the tables that SQLAlchemy creates are others after it."""

import pathlib
import sys

import sqlalchemy
import sqlalchemy.orm

here = pathlib.Path(sys.argv[1])
BASE = (here / "sqlalchemy-models.py").read_text()


def schema(models):
    names = {}
    exec(compile(models, "models", "exec"), names)
    engine = sqlalchemy.create_engine("sqlite://")
    names["Base"].metadata.create_all(engine)
    with engine.connect() as connection:
        rows = connection.execute(sqlalchemy.text("select type, tbl_name, sql from sqlite_master where sql is not null"))
        told = sorted((kind, table, parts(sql)) for kind, table, sql in rows)
    return repr(told)


def parts(sql):
    """The parts of a table in any order."""
    return sorted(part.strip(" ,\n\t") for part in sql.split("\n")) if sql.startswith("CREATE TABLE") else [sql]


before = schema(BASE)
for line in (here / "sqlalchemy-edits.tsv").read_text().splitlines():
    _, name, old, new = line.split("\t")
    old, new = old.replace("\\n", "\n"), new.replace("\\n", "\n")
    if old not in BASE:
        raise SystemExit("not in the models: " + old)
    print(name + "\t" + ("unseen" if schema(BASE.replace(old, new, 1)) == before else "seen"))
