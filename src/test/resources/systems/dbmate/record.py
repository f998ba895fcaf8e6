#!/usr/bin/env python3
"""Records what dbmate makes of the trees in this folder.

Each case is a folder: `tree` holds a project, `stages.txt` one line per stage, `name: dbmate arguments`. Every stage runs in a
copy of the tree, one after another on the same SQLite database, and leaves what was found then: the version table in
<stage>/rows.tsv and the ids that have a row in <stage>/applied.txt. `up VERSION` runs with only the files up to that version.

Run it where dbmate is on the PATH: `python3 record.py`. The tests only read what it wrote.
"""
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

FOLDER = "db/migrations"


def dbmate(copy, *arguments):
    command = ["dbmate", "--url", "sqlite:app.db", "--no-dump-schema", *arguments]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{copy}: dbmate {' '.join(arguments)} failed:\n{done.stderr}")
    return done.stdout


def fill(tree, copy, last):
    shutil.rmtree(copy / FOLDER, ignore_errors=True)
    shutil.copytree(tree / FOLDER, copy / FOLDER)
    for file in (copy / FOLDER).glob("*.sql"):
        if last and file.name > last + "~":
            file.unlink()


def record(case):
    with tempfile.TemporaryDirectory() as temporary:
        copy = pathlib.Path(temporary)
        for line in (case / "stages.txt").read_text(encoding="utf-8").splitlines():
            stage, arguments = line.split(": ", 1)
            command, *last = arguments.split()
            fill(case / "tree", copy, last[0] if last else "")
            dbmate(copy, command)
            with sqlite3.connect(copy / "app.db") as connection:
                rows = [row[0] for row in connection.execute("select version from schema_migrations order by version")]
            (case / stage).mkdir(exist_ok=True)
            (case / stage / "rows.tsv").write_text("".join(line + "\n" for line in ["version", *rows]))
            (case / stage / "applied.txt").write_text("".join(f"recorded {row}\n" for row in rows))
        version = dbmate(copy, "--version").strip()
    (case / "provenance.txt").write_text(
        f"{version}, SQLite {sqlite3.sqlite_version}; stages.txt has the commands, ../record.py ran them\n")


for stages in sorted(pathlib.Path(__file__).parent.glob("*/stages.txt")):
    record(stages.parent)
    print(stages.parent.name)
