"""Says of each edit whether the schema that Django builds from the models is another one after it."""

import os
import pathlib
import sys

import django
from django.conf import settings

here, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
BASE = (here / "django-models.py").read_text()


def schema(models):
    """What the tables are, as SQLite says it, after Django's own migrations of one app."""
    (work / "shop" / "models.py").write_text(models)
    settings.configure(
        INSTALLED_APPS=["shop"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        USE_TZ=True,
        USE_I18N=False,
    )
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", run_syncdb=True, verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("select type, name, tbl_name, sql from sqlite_master where tbl_name not like 'django_%'")
        return repr(sorted((row[0], row[2], columns(row[3])) for row in cursor.fetchall() if row[3]))


def columns(sql):
    """The parts of a table in any order, as Django appends new columns."""
    return sorted(sql[sql.index("(") + 1:].split(", ")) if sql.startswith("CREATE TABLE") else sql


def apart(models):
    """In a process of its own: Django can be set up only once."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "w") as pipe:
            pipe.write(schema(models))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read()
    if os.waitpid(child, 0)[1] != 0 or not told:
        raise SystemExit("Django did not take the models:\n" + models)
    return told


(work / "shop").mkdir()
(work / "shop" / "__init__.py").write_text("")
sys.path.insert(0, str(work))
sys.dont_write_bytecode = True
before = apart(BASE)
for line in (here / "django-edits.tsv").read_text().splitlines():
    _, name, old, new = line.split("\t")
    old, new = old.replace("\\n", "\n"), new.replace("\\n", "\n")
    if old not in BASE:
        raise SystemExit("not in the models: " + old)
    print(name + "\t" + ("unseen" if apart(BASE.replace(old, new, 1)) == before else "seen"), flush=True)
