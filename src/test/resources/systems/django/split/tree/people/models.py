from django.contrib.auth.models import AbstractBaseUser
from django.db import models


class Person(AbstractBaseUser):
    login = models.CharField(max_length=20, unique=True)
    USERNAME_FIELD = "login"
