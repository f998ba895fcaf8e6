import sqlalchemy as sa
from sqlalchemy import Boolean, CheckConstraint, Column, DateTime, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint
from sqlalchemy.orm import declarative_base, relationship
from sqlalchemy.sql import func, text

Base = declarative_base()


class Dated:
    made = Column(DateTime, nullable=False)


class Author(Base):
    __tablename__ = "authors"
    id = Column(Integer, primary_key=True)
    name = Column(String(50), nullable=False)
    email = Column(String(100), unique=True)
    age = Column(Integer, index=True)
    notes = Column(Text)
    active = Column(Boolean, server_default=text("1"))
    books = relationship("Book", back_populates="author")

    def title(self):
        return self.name


class Book(Dated, Base):
    __tablename__ = "books"
    __table_args__ = (
        Index("ix_books_pages", "pages"),
        UniqueConstraint("isbn", name="uq_books_isbn"),
        CheckConstraint("pages > 0", name="ck_books_pages"),
    )
    id = Column(Integer, primary_key=True)
    author_id = Column(Integer, ForeignKey("authors.id"))
    isbn = Column("isbn", String)
    pages = Column(Integer)
    author = relationship("Author", back_populates="books")


tags = Table("tags", Base.metadata, Column("id", Integer, primary_key=True), Column("word", String(20)))
