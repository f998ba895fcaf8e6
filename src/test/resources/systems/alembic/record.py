#!/usr/bin/env python3
"""Records what Alembic makes of the trees in this folder.

Each case is a folder: `tree` holds a project, `stages.txt` one line per stage, `name: alembic arguments`. Every stage runs
in a copy of the tree, one after another on the same SQLite database; one called `before` runs in a copy of the folder `before`
instead: what the project once was. One called `refused` must fail. A stage of today leaves what was found then:

  <stage>/rows.tsv     the version table: a line of column names, then its rows, sorted
  <stage>/applied.txt  what ran so far and was not undone: `recorded` for an id with a row of its own, else `implied`
  <stage>/said.txt     where the stage was refused: the last line that was printed
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

HEAD = re.compile(r" -> (\S+ .*\(head\))")


def run(folder, *arguments, is_refused=False):
    command = [sys.executable, "-B", "-m", "alembic.config", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if (done.returncode != 0) != is_refused:
        sys.exit(f"{folder}: alembic {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}")
    return done


def write(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def rows(database):
    with sqlite3.connect(database) as connection:
        table, = (row[0] for row in connection.execute("select name from sqlite_master where sql like '%version_num%' and type = 'table'"))
        return sorted(row[0] for row in connection.execute(f"select version_num from {table}"))


def record(case):
    with tempfile.TemporaryDirectory() as temporary:
        for folder in ("before", "tree"):
            if (case / folder).exists():
                shutil.copytree(case / folder, pathlib.Path(temporary) / folder)
        copy = pathlib.Path(temporary) / "tree"
        ran = []
        for line in (case / "stages.txt").read_text(encoding="utf-8").splitlines():
            stage, arguments = line.split(": ", 1)
            at = copy.parent / "before" if stage == "before" else copy
            printed = run(at, *arguments.split(), is_refused=stage == "refused").stderr.splitlines()
            for step in map(STEP.search, printed):
                # Where there are several databases, each takes every step.
                if step and step[1] == "upgrade" and step[3] not in ran:
                    ran.append(step[3])
                elif step and step[1] == "downgrade" and step[2] in ran:
                    ran.remove(step[2])
            if stage == "before":
                shutil.copyfile(at / "app.db", copy / "app.db")
                continue
            if stage == "refused":
                write(case / stage / "said.txt", printed[-1:])
            found = rows(copy / "app.db")
            write(case / stage / "rows.tsv", ["version_num", *found])
            write(case / stage / "applied.txt",
                  [("recorded " if id in found else "implied ") + id for id in ran])
        history = run(copy, "history").stdout.splitlines()
        # Where a program names the folders, `heads` does not run it and finds none.
        heads = run(copy, "heads").stdout.splitlines() or [HEAD.search(line)[1] for line in history if HEAD.search(line)]
        write(case / "heads.txt", heads)
        write(case / "history.txt", history)
    write(case / "provenance.txt", [
        f"alembic {alembic.__version__}, SQLAlchemy {sqlalchemy.__version__}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}; stages.txt has the commands, ../record.py ran them"])


for stages in sorted(pathlib.Path(__file__).parent.glob("*/stages.txt")):
    record(stages.parent)
    print(stages.parent.name)
