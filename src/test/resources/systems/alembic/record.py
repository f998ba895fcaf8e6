#!/usr/bin/env python3
"""Records what Alembic makes of the trees in this folder.

Each case is a folder: `tree` holds a project, `stages.txt` one line per stage, `name: alembic arguments`. Every stage runs
in a copy of the tree, one after another on the same SQLite database, and leaves what was found then:

  <stage>/rows.tsv     the version table: a line of column names, then its rows, sorted
  <stage>/applied.txt  what ran so far and was not undone: `recorded` for an id with a row of its own, else `implied`
  heads.txt, history.txt   what `alembic heads` and `alembic history` print
  provenance.txt       the versions that were used

Run it with a Python that has alembic: `python3 record.py`. The tests only read what it wrote.
"""
import pathlib
import platform
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import alembic
import sqlalchemy

STEP = re.compile(r"Running (upgrade|downgrade) (.*?) -> (.*?)(?:, .*)?$")


def run(folder, *arguments):
    command = [sys.executable, "-B", "-m", "alembic.config", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{folder}: alembic {' '.join(arguments)} failed:\n{done.stderr}")
    return done


def write(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def rows(database):
    with sqlite3.connect(database) as connection:
        return sorted(row[0] for row in connection.execute("select version_num from alembic_version"))


def record(case):
    with tempfile.TemporaryDirectory() as temporary:
        copy = pathlib.Path(temporary) / "tree"
        shutil.copytree(case / "tree", copy)
        ran = []
        for line in (case / "stages.txt").read_text(encoding="utf-8").splitlines():
            stage, arguments = line.split(": ", 1)
            for step in map(STEP.search, run(copy, *arguments.split()).stderr.splitlines()):
                if step and step[1] == "upgrade":
                    ran.append(step[3])
                elif step:
                    ran.remove(step[2])
            found = rows(copy / "app.db")
            write(case / stage / "rows.tsv", ["version_num", *found])
            write(case / stage / "applied.txt",
                  [("recorded " if id in found else "implied ") + id for id in ran])
        write(case / "heads.txt", run(copy, "heads").stdout.splitlines())
        write(case / "history.txt", run(copy, "history").stdout.splitlines())
    write(case / "provenance.txt", [
        f"alembic {alembic.__version__}, SQLAlchemy {sqlalchemy.__version__}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}; stages.txt has the commands, ../record.py ran them"])


for stages in sorted(pathlib.Path(__file__).parent.glob("*/stages.txt")):
    record(stages.parent)
    print(stages.parent.name)
