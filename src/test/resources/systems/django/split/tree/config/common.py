from .apps import *  # noqa
from .models import *  # noqa
