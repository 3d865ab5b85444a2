"""What the database itself refuses: a council that nobody can administer."""

import pgtrigger

AN_ADMIN_STAYS = pgtrigger.Trigger(
    name="an_admin_stays",
    when=pgtrigger.After,
    operation=pgtrigger.UpdateOf("role", "is_active") | pgtrigger.Delete,
    condition=pgtrigger.Q(old__role="admin", old__is_active=True),
    # One at a time, so that two admins who demote each other do not both find the other still there.
    func="""
        PERFORM pg_advisory_xact_lock(hashtext('an_admin_stays'));
        IF NOT EXISTS (SELECT FROM organisation_user WHERE role = 'admin' AND is_active) THEN
            RAISE EXCEPTION 'the last admin cannot be taken away'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'an_admin_stays';
        END IF;
        RETURN NULL;
    """,
)
