from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('shop', '0003_stock'),
    ]

    operations = [
        migrations.CreateModel(
            name='Colour',
            fields=[
                ('id', models.AutoField(primary_key=True, serialize=False)),
            ],
        ),
    ]
