from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('shop', '0002_price'),
    ]

    operations = [
        migrations.CreateModel(
            name='Stock',
            fields=[
                ('id', models.AutoField(primary_key=True, serialize=False)),
            ],
        ),
    ]
