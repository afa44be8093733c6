"""The examples on the site: each is what its name says, by the demonstration's trust list and by no other."""

import json

import pytest

from certificates import verify
from ktc.assembly.examples import write_examples

VERDICTS = {"valid": ("valid", ""), "revoked": ("invalid", "revoked"), "tampered": ("invalid", "signature-wrong"),
            "self-recorded": ("self-recorded", "")}  # fmt: skip


@pytest.fixture(scope="module")
def examples(course, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    write_examples(course, folder)
    return folder / "examples"


def judged(path, trust: dict) -> tuple[str, str]:
    return judged_text(path.read_text(encoding="utf-8"), trust)


def judged_text(text: str, trust: dict) -> tuple[str, str]:
    (candidate,) = verify.candidates(text)
    result = verify.check(candidate, trust, 1_900_000_000)
    return result["verdict"], result["reason"]


@pytest.mark.parametrize("name", VERDICTS)
def test_an_example_and_its_page_are_what_the_name_says(examples, name):
    trust = verify.load_trust(examples / "trust.json")
    data = examples / f"{name}{'.txt' if name == 'self-recorded' else '.json'}"
    assert judged(data, trust) == judged(examples / f"{name}.html", trust) == VERDICTS[name]


def test_the_real_trust_list_does_not_know_the_demonstration(examples, course):
    from ktc.assembly.trust import trust

    assert not any("demo" in did for did in trust(course)["issuers"])
    assert judged(examples / "valid.json", trust(course)) == ("undecided", "unknown-issuer")


def test_the_issuer_says_that_it_is_a_demonstration(examples):
    trust = json.loads((examples / "trust.json").read_text(encoding="utf-8"))
    (entry,) = trust["issuers"].values()
    assert "throw-away" in entry["name"]
    did = json.loads((examples.parent / "issuers" / "demo" / "did.json").read_text(encoding="utf-8"))
    assert did["id"] == "did:web:know-the-code.example:issuers:demo"
    assert (examples.parent / "issuers" / "demo" / "status.json").exists()
    script = (examples / "demonstration.js").read_text(encoding="utf-8")
    shown = json.loads(script.removeprefix("ktc.demonstration=").removesuffix(";\n"))
    assert shown["trust"] == trust
    assert {name: (judged_text(text, trust)) for name, text in shown["examples"].items()} == VERDICTS


def test_the_same_course_gives_the_same_examples(examples, course, tmp_path):
    write_examples(course, tmp_path)
    for path in examples.parent.rglob("*.*"):
        assert (tmp_path / path.relative_to(examples.parent)).read_bytes() == path.read_bytes()
