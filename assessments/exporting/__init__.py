"""The register and the programme as files that go out, and come back through the importer without a change."""
