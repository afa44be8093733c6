"""A short run of the mutations of tests/fuzz.py, and that it would notice."""

from certificates import verify
from tests import fuzz


def test_no_mutation_is_accepted_and_none_crashes():
    assert fuzz.run(3000, 7) == []


def test_the_run_would_notice_a_signature_that_is_not_checked(monkeypatch):
    monkeypatch.setattr(verify, "check_signature", lambda values: "")
    assert fuzz.run(3000, 7) != []
