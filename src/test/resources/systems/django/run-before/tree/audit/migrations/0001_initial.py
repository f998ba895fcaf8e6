from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    run_before = [('shop', '0002_price')]

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.AutoField(primary_key=True, serialize=False)),
            ],
        ),
    ]
