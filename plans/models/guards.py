"""What the database itself refuses: a status that does not come from an update."""

import pgtrigger

_LATEST = """
    SELECT id, rag_status, priority_monitoring, reported_on
    FROM plans_actionupdate
    WHERE action_id = {action} AND retracted_at IS NULL
    ORDER BY reported_on DESC, made_at DESC, id DESC LIMIT 1
"""

_REFUSE = """
    IF carried.id IS NOT NULL AND (
        carried.rag_status IS DISTINCT FROM latest.rag_status
        OR carried.priority_monitoring IS DISTINCT FROM COALESCE(latest.priority_monitoring, FALSE)
        OR carried.latest_update_id IS DISTINCT FROM latest.id
        OR carried.reported_on IS DISTINCT FROM latest.reported_on
    ) THEN
        RAISE EXCEPTION 'the status of action % does not follow from its updates', carried.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
"""

_DECLARE = [("carried", "plans_action%ROWTYPE"), ("latest", "RECORD")]


def _guard(name, operation, action):
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        operation=operation,
        declare=_DECLARE,
        func=(
            f"SELECT * INTO carried FROM plans_action WHERE id = {action};"
            f"SELECT * INTO latest FROM ({_LATEST.format(action=action)}) AS newest;"
            f"{_REFUSE}"
        ),
    )


# Checked at the end of the transaction, so that the one verb may write the update and the action in either order.
STATUS_FOLLOWS_UPDATES = _guard(
    "status_follows_updates",
    pgtrigger.Insert
    | pgtrigger.UpdateOf(
        "rag_status", "priority_monitoring", "latest_update_id", "reported_on"
    ),
    "NEW.id",
)
STATUS_OF_UPDATE_IS_CARRIED = _guard(
    "status_is_carried",
    pgtrigger.Insert | pgtrigger.UpdateOf("retracted_at"),
    "NEW.action_id",
)
