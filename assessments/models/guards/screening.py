"""What a whole screening is, for the database: what `writing.tasks.not_screened` says in sentences."""

# Of a characteristic `listed`: whether the council went by it on the day a version `begun` was begun.
USED = """(listed.used_from IS NULL OR listed.used_from <= begun.begun_on)
                AND (listed.used_to IS NULL OR listed.used_to > begun.begun_on)"""
# Whether `aim` asks about it: about marriage and civil partnership the first alone does.
COUNTS = """(NOT (listed.statutory AND listed.name LIKE 'Marriage%')
                OR aim.position = (SELECT min(position) FROM organisation_aim))"""


def leaves_out(version):
    """Return the SQL that is true where the screening of the row `version` leaves a characteristic out under an aim that counts for it."""
    used = USED.replace("begun.", f"{version}.")
    return f"""EXISTS (
            SELECT FROM organisation_characteristic listed, organisation_aim aim
            WHERE {used} AND {COUNTS} AND NOT EXISTS (
                SELECT FROM assessments_relevance said
                WHERE said.assessment_version_id = {version}.id
                    AND said.characteristic_id = listed.id AND said.aim_id = aim.id))"""
