from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("legacy", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="old",
            name="price",
            field=models.IntegerField(null=True),
        ),
    ]
