"""Says of each case whether SQLAlchemy takes its relationships."""

import pathlib
import sys

import sqlalchemy
from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import clear_mappers, configure_mappers, declarative_base, relationship
from sqlalchemy.orm import declared_attr

cases = (pathlib.Path(sys.argv[1]) / "relationships.txt").read_text().split("### ")[1:]
for case in cases:
    title, text = case.split("\n", 1)
    names = dict(globals(), Base=declarative_base())
    try:
        exec(compile(text, title, "exec"), names)
        configure_mappers()
        told = "fine"
    except (sqlalchemy.exc.SQLAlchemyError, AttributeError):
        told = "dangling"
    clear_mappers()
    print(title.split(": ", 1)[1] + "\t" + told)
