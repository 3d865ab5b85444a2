"""The register of Equality Impact Assessments: which a person may know of, chosen, in rows and by stage."""
