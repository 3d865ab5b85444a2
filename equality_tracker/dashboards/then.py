"""How actions stood when a day began, as this site showed them then: the part of a statement that both counts and lists go through."""

from equality_tracker.prepared import Given

# Whatever changes what is shown of an action leaves an event in its history, so only those with one since are looked up, each by indexes
# alone. An update counted then if it had been made and not yet taken back: `taken_back` holds the few actions for which that differs
# from what stands. `due_then` is NULL where nobody can say, or where nothing can have changed; what comes round again since is not
# a date moved, unless an update moved it; 0001-01-01 stands for "had no date".
COMPARED = """
taken_back AS MATERIALIZED (
    SELECT DISTINCT ON (action_id) action_id, rag_status FROM plans_actionupdate
    WHERE action_id IN (SELECT action_id FROM plans_actionupdate WHERE retracted_at >= %s)
        AND made_at < %s AND (retracted_at IS NULL OR retracted_at >= %s)
    ORDER BY action_id, reported_on DESC, made_at DESC, id DESC
),
moved AS MATERIALIZED (
    SELECT DISTINCT ON (action_id) action_id, COALESCE(due_before, DATE '0001-01-01') AS due FROM plans_actionupdate
    WHERE made_at >= %s AND new_due IS NOT NULL ORDER BY action_id, made_at, id
),
looked_up AS (
    SELECT found.pk,
        CASE WHEN taken_back.action_id IS NULL THEN stood.rag_status ELSE taken_back.rag_status END AS rag_status,
        CASE WHEN found.recurrence = '' THEN COALESCE(seen.due, moved.due) ELSE moved.due END AS due
    FROM found
        LEFT JOIN taken_back ON taken_back.action_id = found.pk
        LEFT JOIN moved ON moved.action_id = found.pk
        LEFT JOIN LATERAL (
            SELECT rag_status FROM plans_actionupdate
            WHERE action_id = found.pk AND made_at < %s AND retracted_at IS NULL
            ORDER BY reported_on DESC, made_at DESC, id DESC LIMIT 1
        ) AS stood ON TRUE
        LEFT JOIN LATERAL (
            SELECT COALESCE(due, DATE '0001-01-01') AS due FROM plans_actionevent
            WHERE pgh_obj_id = found.pk AND pgh_created_at < %s ORDER BY pgh_created_at DESC, pgh_id DESC LIMIT 1
        ) AS seen ON TRUE
    WHERE found.pk IN (SELECT pgh_obj_id FROM plans_actionevent WHERE pgh_created_at >= %s)
),
compared AS (
    SELECT found.*, looked_up.due AS due_then,
        CASE WHEN looked_up.pk IS NULL THEN found.rag_status ELSE looked_up.rag_status END AS status_then
    FROM found LEFT JOIN looked_up ON looked_up.pk = found.pk
)
"""
STARTED = [Given("started")] * COMPARED.count("%s")


def compared_with_then(found, params):
    """Return (sql, params) of a WITH over `found`, the SQL of actions with their `pk`, `rag_status` and `recurrence`.

    It ends with `compared`: the same rows with `status_then` and `due_then`.
    """
    return f"WITH found AS MATERIALIZED ({found}), {COMPARED}", [*params, *STARTED]
