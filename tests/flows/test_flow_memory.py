"""The collector of cycles rests while a page is read, and works on behind it, whatever became of the page."""

import gc

import pytest

from flows.memory import lasting, uncollected


def test_no_cycles_are_looked_for_within() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_goes_on_behind_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), uncollected():
        raise ValueError("broken")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_lasts_is_not_looked_through() -> None:
    try:
        with lasting():
            left = [[one] for one in range(1000)]
        assert gc.isenabled() and gc.get_freeze_count() > len(left)
    finally:
        gc.unfreeze()
