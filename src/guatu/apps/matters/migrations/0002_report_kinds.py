from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("matters", "0001_rows"),
    ]

    operations = [
        migrations.AddField(
            model_name="report",
            name="kind",
            field=models.CharField(
                choices=[("PROGRESS", "Progress"), ("DONE", "Done"), ("PART", "Part")],
                default="DONE",
                max_length=8,
            ),
        ),
    ]
