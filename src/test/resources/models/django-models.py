from django.db import models
from django.utils.translation import gettext_lazy as _

CHOICES = [("a", "A")]
LENGTH = 10


class Named(models.Model):
    label = models.CharField(max_length=30)

    class Meta:
        abstract = True


class Author(models.Model):
    name = models.CharField(max_length=100)
    code = models.CharField(max_length=LENGTH, null=True)
    kind = models.CharField(max_length=10, choices=CHOICES, default="a")
    big = models.IntegerField()
    email = models.EmailField()
    slug = models.SlugField()
    tags = models.JSONField(default=dict)

    def __str__(self):
        return self.name

    class Meta:
        ordering = ["name"]


class Book(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    title = models.CharField("title", max_length=100)
    authors = models.ManyToManyField(Author, related_name="all_books")


class Shelf(Named):
    place = models.IntegerField(unique=True)
