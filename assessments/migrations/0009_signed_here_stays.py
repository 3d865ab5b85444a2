import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0008_signed_days_stay"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="assessmentversion",
            name="signed_days_stay",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assessmentversion",
            trigger=pgtrigger.compiler.Trigger(
                name="signed_days_stay",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.stage NOT IN ('planned', 'screening', 'full', 'consultation') AND NEW.stage NOT IN ('planned', 'screening', 'full', 'consultation') AND (OLD.source = 'form' OR OLD.submissions > 0 OR OLD.published_by_id IS NOT NULL) AND ((OLD.source, OLD.assessment_id, OLD.number, OLD.begun_on, OLD.review_by, OLD.consultation_from, OLD.consultation_to, OLD.submissions, OLD.submitted_by_id, OLD.submitted_at) IS DISTINCT FROM (NEW.source, NEW.assessment_id, NEW.number, NEW.begun_on, NEW.review_by, NEW.consultation_from, NEW.consultation_to, NEW.submissions, NEW.submitted_by_id, NEW.submitted_at) OR OLD.approved_on IS NOT NULL AND (OLD.approved_on, OLD.publish_by) IS DISTINCT FROM (NEW.approved_on, NEW.publish_by) OR OLD.published_on IS NOT NULL AND (OLD.published_on, OLD.published_by_id) IS DISTINCT FROM (NEW.published_on, NEW.published_by_id)))",
                    func="\n        RAISE EXCEPTION 'version % waits for signature or is signed, and its days stay as they are', OLD.id\n            USING ERRCODE = 'check_violation';\n    ",
                    hash="4903bd95e97c3b196255599d3f249a9a8c30723e",
                    operation="UPDATE",
                    pgid="pgtrigger_signed_days_stay_d0f94",
                    table="assessments_assessmentversion",
                    when="BEFORE",
                ),
            ),
        ),
    ]
