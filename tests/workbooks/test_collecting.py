"""The collector of rings waits while many objects are made, and comes round when a page has been sent."""

import gc
import weakref

import pytest

from equality_tracker.workbooks.collecting import collect, uncollected


class Ring:
    def __init__(self):
        self.itself = self


@pytest.fixture(autouse=True)
def nothing_due():
    collect()


def test_collector_waits_and_goes_on_afterwards():
    with uncollected():
        with uncollected():
            inside = gc.isenabled()
        between = gc.isenabled()

    assert (inside, between, gc.isenabled()) == (False, False, True)


def test_collector_goes_on_after_an_error():
    with pytest.raises(KeyError), uncollected():
        raise KeyError

    assert gc.isenabled()


def test_collector_that_was_off_stays_off():
    gc.disable()
    try:
        with uncollected():
            pass

        assert not gc.isenabled()
    finally:
        gc.enable()


def test_rings_are_let_go_once_the_page_has_been_sent():
    with uncollected():
        ring = weakref.ref(Ring())

    collect()

    assert ring() is None


def test_nothing_is_collected_while_somebody_is_still_at_it(monkeypatch):
    done = []
    monkeypatch.setattr(gc, "collect", lambda: done.append("collected"))

    with uncollected(), uncollected():
        pass
    with uncollected():
        collect()
    meanwhile = list(done)
    collect()
    collect()

    assert (meanwhile, done) == ([], ["collected"])


def test_import_pages_let_their_rows_go(admin_client, monkeypatch, pages_collect_rings):
    done = []
    monkeypatch.setattr(gc, "collect", lambda: done.append("collected"))
    with uncollected():
        pass

    admin_client.get("/imports/")

    assert done == ["collected"]
