"""At an import a person may choose a status: the update says so."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0008_history_by_moment"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="actionupdate",
            name="is_not_edited",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="actionupdate",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="actionupdate",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="actionupdate",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="actionupdate",
            name="status_chosen",
            field=models.BooleanField(
                default=False,
                editable=False,
                help_text="At an import a person chose the status: the file says another, or nothing that was understood.",
            ),
        ),
        migrations.AddField(
            model_name="actionupdateevent",
            name="status_chosen",
            field=models.BooleanField(
                default=False,
                editable=False,
                help_text="At an import a person chose the status: the file says another, or nothing that was understood.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionupdate",
            trigger=pgtrigger.compiler.Trigger(
                name="is_not_edited",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."action_id" IS DISTINCT FROM (NEW."action_id") OR OLD."rag_status" IS DISTINCT FROM (NEW."rag_status") OR OLD."priority_monitoring" IS DISTINCT FROM (NEW."priority_monitoring") OR OLD."progress" IS DISTINCT FROM (NEW."progress") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."no_change" IS DISTINCT FROM (NEW."no_change") OR OLD."due_before" IS DISTINCT FROM (NEW."due_before") OR OLD."new_due" IS DISTINCT FROM (NEW."new_due") OR OLD."due_reason" IS DISTINCT FROM (NEW."due_reason") OR OLD."reported_on" IS DISTINCT FROM (NEW."reported_on") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."status_chosen" IS DISTINCT FROM (NEW."status_chosen") OR OLD."directorate_then_id" IS DISTINCT FROM (NEW."directorate_then_id") OR OLD."round_id" IS DISTINCT FROM (NEW."round_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="231589639378ea2e42effe7db5004ddbc07da5d0",
                    operation="UPDATE",
                    pgid="pgtrigger_is_not_edited_24d73",
                    table="plans_actionupdate",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionupdate",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plans_actionupdateevent" ("action_id", "directorate_then_id", "due_before", "due_reason", "id", "made_at", "made_by_id", "new_due", "no_change", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority_monitoring", "progress", "rag_status", "reason", "reported_on", "retracted_at", "retracted_by_id", "retracted_why", "round_id", "source", "status_chosen") SELECT new_values."action_id", new_values."directorate_then_id", new_values."due_before", new_values."due_reason", new_values."id", new_values."made_at", new_values."made_by_id", new_values."new_due", new_values."no_change", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', new_values."id", new_values."priority_monitoring", new_values."progress", new_values."rag_status", new_values."reason", new_values."reported_on", new_values."retracted_at", new_values."retracted_by_id", new_values."retracted_why", new_values."round_id", new_values."source", new_values."status_chosen" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e6024d8f9f0189e30c062c8a526f8eba19857b7d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6ce4a",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="plans_actionupdate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionupdate",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plans_actionupdateevent" ("action_id", "directorate_then_id", "due_before", "due_reason", "id", "made_at", "made_by_id", "new_due", "no_change", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority_monitoring", "progress", "rag_status", "reason", "reported_on", "retracted_at", "retracted_by_id", "retracted_why", "round_id", "source", "status_chosen") SELECT new_values."action_id", new_values."directorate_then_id", new_values."due_before", new_values."due_reason", new_values."id", new_values."made_at", new_values."made_by_id", new_values."new_due", new_values."no_change", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', new_values."id", new_values."priority_monitoring", new_values."progress", new_values."rag_status", new_values."reason", new_values."reported_on", new_values."retracted_at", new_values."retracted_by_id", new_values."retracted_why", new_values."round_id", new_values."source", new_values."status_chosen" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f058cca1e320b83943fbf28df83fd21262a8ddb2",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_93380",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="plans_actionupdate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionupdate",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "plans_actionupdateevent" ("action_id", "directorate_then_id", "due_before", "due_reason", "id", "made_at", "made_by_id", "new_due", "no_change", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority_monitoring", "progress", "rag_status", "reason", "reported_on", "retracted_at", "retracted_by_id", "retracted_why", "round_id", "source", "status_chosen") SELECT old_values."action_id", old_values."directorate_then_id", old_values."due_before", old_values."due_reason", old_values."id", old_values."made_at", old_values."made_by_id", old_values."new_due", old_values."no_change", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', old_values."id", old_values."priority_monitoring", old_values."progress", old_values."rag_status", old_values."reason", old_values."reported_on", old_values."retracted_at", old_values."retracted_by_id", old_values."retracted_why", old_values."round_id", old_values."source", old_values."status_chosen" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="c86073ccdb54334e243a6f1da3a7ab5dbf08181d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0f161",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="plans_actionupdate",
                    when="AFTER",
                ),
            ),
        ),
    ]
