"""The reading of a file has a beginning, and may be cancelled; a file that waits may be discarded."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("imports", "0002_change_keeps_the_version_before"),
        ("plans", "0009_status_chosen_at_an_import"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="importrun",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="importrun",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="importrun",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="importrun",
            name="import_state_is_known",
        ),
        migrations.AddField(
            model_name="importrun",
            name="ended_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="importrun",
            name="ended_by",
            field=models.ForeignKey(
                help_text="Who cancelled its reading or discarded it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="importrun",
            name="reading_since",
            field=models.DateTimeField(
                blank=True,
                help_text="When the reading of its file began last.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="importrunevent",
            name="ended_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="importrunevent",
            name="ended_by",
            field=models.ForeignKey(
                db_constraint=False,
                help_text="Who cancelled its reading or discarded it.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="importrunevent",
            name="reading_since",
            field=models.DateTimeField(
                blank=True,
                help_text="When the reading of its file began last.",
                null=True,
            ),
        ),
        migrations.AlterField(
            model_name="importrun",
            name="state",
            field=models.CharField(
                choices=[
                    ("reading", "Being read"),
                    ("uploaded", "Columns to check"),
                    ("previewed", "Waiting to be imported"),
                    ("applied", "Imported"),
                    ("undone", "Undone"),
                    ("refused", "Refused"),
                    ("cancelled", "Cancelled"),
                    ("discarded", "Discarded"),
                ],
                default="uploaded",
                max_length=9,
            ),
        ),
        migrations.AlterField(
            model_name="importrunevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("reading", "Being read"),
                    ("uploaded", "Columns to check"),
                    ("previewed", "Waiting to be imported"),
                    ("applied", "Imported"),
                    ("undone", "Undone"),
                    ("refused", "Refused"),
                    ("cancelled", "Cancelled"),
                    ("discarded", "Discarded"),
                ],
                default="uploaded",
                max_length=9,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importrun",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "imports_importrunevent" ("applied_at", "applied_by_id", "as_at", "choices", "counts", "decisions", "ended_at", "ended_by_id", "error", "file", "id", "kept", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reading_since", "sha256", "size", "started_at", "started_by_id", "state", "undone_at", "undone_by_id", "version") SELECT new_values."applied_at", new_values."applied_by_id", new_values."as_at", new_values."choices", new_values."counts", new_values."decisions", new_values."ended_at", new_values."ended_by_id", new_values."error", new_values."file", new_values."id", new_values."kept", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', new_values."id", new_values."plan_id", new_values."reading_since", new_values."sha256", new_values."size", new_values."started_at", new_values."started_by_id", new_values."state", new_values."undone_at", new_values."undone_by_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e958b67279f5d3feea888448c9de99e6a0f5397e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2cb63",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="imports_importrun",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importrun",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "imports_importrunevent" ("applied_at", "applied_by_id", "as_at", "choices", "counts", "decisions", "ended_at", "ended_by_id", "error", "file", "id", "kept", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reading_since", "sha256", "size", "started_at", "started_by_id", "state", "undone_at", "undone_by_id", "version") SELECT new_values."applied_at", new_values."applied_by_id", new_values."as_at", new_values."choices", new_values."counts", new_values."decisions", new_values."ended_at", new_values."ended_by_id", new_values."error", new_values."file", new_values."id", new_values."kept", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', new_values."id", new_values."plan_id", new_values."reading_since", new_values."sha256", new_values."size", new_values."started_at", new_values."started_by_id", new_values."state", new_values."undone_at", new_values."undone_by_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."applied_at" IS DISTINCT FROM (new_values."applied_at") OR old_values."applied_by_id" IS DISTINCT FROM (new_values."applied_by_id") OR old_values."as_at" IS DISTINCT FROM (new_values."as_at") OR old_values."choices" IS DISTINCT FROM (new_values."choices") OR old_values."counts" IS DISTINCT FROM (new_values."counts") OR old_values."decisions" IS DISTINCT FROM (new_values."decisions") OR old_values."ended_at" IS DISTINCT FROM (new_values."ended_at") OR old_values."ended_by_id" IS DISTINCT FROM (new_values."ended_by_id") OR old_values."error" IS DISTINCT FROM (new_values."error") OR old_values."file" IS DISTINCT FROM (new_values."file") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kept" IS DISTINCT FROM (new_values."kept") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."plan_id" IS DISTINCT FROM (new_values."plan_id") OR old_values."reading_since" IS DISTINCT FROM (new_values."reading_since") OR old_values."sha256" IS DISTINCT FROM (new_values."sha256") OR old_values."size" IS DISTINCT FROM (new_values."size") OR old_values."started_at" IS DISTINCT FROM (new_values."started_at") OR old_values."started_by_id" IS DISTINCT FROM (new_values."started_by_id") OR old_values."state" IS DISTINCT FROM (new_values."state") OR old_values."undone_at" IS DISTINCT FROM (new_values."undone_at") OR old_values."undone_by_id" IS DISTINCT FROM (new_values."undone_by_id") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="284cdf9a94a632f2ea01c3211e26b94a5f45e2b1",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_72662",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="imports_importrun",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importrun",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "imports_importrunevent" ("applied_at", "applied_by_id", "as_at", "choices", "counts", "decisions", "ended_at", "ended_by_id", "error", "file", "id", "kept", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reading_since", "sha256", "size", "started_at", "started_by_id", "state", "undone_at", "undone_by_id", "version") SELECT old_values."applied_at", old_values."applied_by_id", old_values."as_at", old_values."choices", old_values."counts", old_values."decisions", old_values."ended_at", old_values."ended_by_id", old_values."error", old_values."file", old_values."id", old_values."kept", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', old_values."id", old_values."plan_id", old_values."reading_since", old_values."sha256", old_values."size", old_values."started_at", old_values."started_by_id", old_values."state", old_values."undone_at", old_values."undone_by_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="3767c8519b6a3f6ded005352db1e7d185f27403f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a1bac",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="imports_importrun",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="importrun",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "reading",
                            "uploaded",
                            "previewed",
                            "applied",
                            "undone",
                            "refused",
                            "cancelled",
                            "discarded",
                        ],
                    )
                ),
                name="import_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrun",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["cancelled", "discarded"]), _negated=True),
                    models.Q(
                        ("ended_at__isnull", False),
                        ("ended_by__isnull", False),
                        ("file", ""),
                    ),
                    _connector="OR",
                ),
                name="ended_import_names_who_and_keeps_no_file",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrun",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "reading"), _negated=True),
                    ("reading_since__isnull", False),
                    _connector="OR",
                ),
                name="reading_says_since_when",
            ),
        ),
    ]
