#!/usr/bin/env python3
"""Records what Django makes of the trees in this folder.

Each case is a folder: `tree` holds a project, `stages.txt` one line per stage, `name: django arguments`. Every stage runs
in a copy of the tree, one after another on the same SQLite database; one whose name begins with `before` runs in a copy of
the folder `before` instead: what the project once was. A stage of today leaves what was found then:

  <stage>/rows.tsv     the version table: a line of column names, then its rows in their order
  <stage>/applied.txt  what Django takes for applied then: `recorded` for an id with a row of its own, else `implied`. Rows of
                       apps that are not in the tree are left out
  <stage>/due.txt      what the next `migrate` would run
  <stage>/exit.txt     the exit code, and the last line that was printed
  graph.txt            the parents of each migration in the graph that Django builds of the files alone, and the leaves of each
                       app, as `child < parent` and `leaf`
  provenance.txt       the versions that were used

Times are replaced by made-up ones in the same order: they would be others at each run. Run it with a Python that has Django:
`/usr/bin/python3 record.py`. The tests only read what it wrote.
"""
import pathlib
import platform
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import django

SETTINGS = """
from settings import *  # noqa
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "app.db"}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
SECRET_KEY = "recorded"
SILENCED_SYSTEM_CHECKS = ["fields.W342"]
"""

ASK = """
import django, pathlib, sys
django.setup()
from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
here = str(pathlib.Path.cwd())
ours = {app.label for app in apps.get_app_configs() if app.path.startswith(here)}
name = lambda key: ".".join(key)
if sys.argv[1] == "applied":
    for key in MigrationLoader(connection, ignore_no_migrations=True).applied_migrations:
        if key[0] in ours:
            print(name(key))
elif sys.argv[1] == "due":
    executor = MigrationExecutor(connection)
    for migration, backwards in executor.migration_plan(executor.loader.graph.leaf_nodes()):
        if migration.app_label in ours:
            print(name((migration.app_label, migration.name)))
else:
    graph = MigrationLoader(None, ignore_no_migrations=True).graph
    for key in sorted(graph.nodes):
        if key[0] in ours:
            parents = sorted(name(parent.key) for parent in graph.node_map[key].parents if parent.key[0] in ours)
            print(*[name(key) + " < " + parent for parent in parents] or [name(key)], sep="\\n")
    for key in graph.leaf_nodes():
        if key[0] in ours:
            print("leaf", name(key))
"""


def run(folder, *arguments):
    environment = {"PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1", "DJANGO_SETTINGS_MODULE": "recorded_settings"}
    return subprocess.run([sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True)


def ask(folder, question):
    done = run(folder, "-c", ASK, question)
    if done.returncode != 0:
        sys.exit(f"{folder}: {question} failed:\n{done.stderr}")
    return done.stdout.splitlines()


def write(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def rows(database, times):
    with sqlite3.connect(database) as connection:
        found = connection.execute("select id, app, name, applied from django_migrations order by id").fetchall()
    for row in found:
        times.setdefault(row[3], f"2026-01-01 00:00:{len(times):02}")
    return found


def record(case):
    with tempfile.TemporaryDirectory() as temporary:
        times = {}
        database = pathlib.Path(temporary) / "app.db"
        for line in (case / "stages.txt").read_text(encoding="utf-8").splitlines():
            stage, arguments = line.split(": ", 1)
            is_before = stage.startswith("before")
            copy = pathlib.Path(temporary) / stage
            shutil.copytree(case / ("before" if is_before else "tree"), copy)
            (copy / "recorded_settings.py").write_text(SETTINGS, encoding="utf-8")
            if database.exists():
                shutil.copyfile(database, copy / "app.db")
            done = run(copy, "-m", "django", *arguments.split())
            printed = (done.stdout + done.stderr).strip().splitlines()
            shutil.copyfile(copy / "app.db", database)
            found = rows(database, times)
            if not is_before:
                record_stage(case, case / stage, copy, [(*row[:3], times[row[3]]) for row in found])
                write(case / stage / "exit.txt", [str(done.returncode), printed[-1].strip() if printed else ""])
            elif done.returncode != 0:
                sys.exit(f"{case.name}: {stage}: {printed}")
    write(case / "provenance.txt", [
        f"Django {django.get_version()}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}; "
        "stages.txt has the commands, ../record.py ran them"])


def record_stage(case, folder, copy, found):
    graph = ask(copy, "graph")
    ours = {line.removeprefix("leaf ").split(".")[0] for line in graph}
    named = [f"{row[1]}.{row[2]}" for row in found]
    implied = [id for id in ask(copy, "applied") if id not in named]
    write(case / "graph.txt", graph)
    write(folder / "due.txt", ask(copy, "due"))
    write(folder / "rows.tsv", ["\t".join(["id", "app", "name", "applied"]), *["\t".join(map(str, row)) for row in found]])
    write(folder / "applied.txt",
          ["recorded " + id for id in named if id.split(".")[0] in ours] + ["implied " + id for id in implied])


for stages in sorted(pathlib.Path(__file__).parent.glob("*/stages.txt")):
    record(stages.parent)
    print(stages.parent.name)
