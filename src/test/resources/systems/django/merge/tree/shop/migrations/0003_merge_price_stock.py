from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('shop', '0002_price'),
        ('shop', '0002_stock'),
    ]

    operations = [
    ]
