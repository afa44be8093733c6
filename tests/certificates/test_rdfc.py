"""Fast canonization: the same bytes as PyLD and pyoxigraph, for values of every kind; ties and traps refused."""

import json

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certificates import nquads, proofs, rdfc, verify
from tests.certificates import forge

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(
    lambda text: not rdfc.UNSAFE.search(text))  # fmt: skip
TRICKY = st.sampled_from(
    ['"quoted"', "back\\slash", "line\nbreak", "\r\t", "😀𐤀𝔘", "آمنة بنت", "\u2028", "{id}", "_:c14n0", "é" * 80]
)
ANY = TEXTS | TRICKY
TIMES = st.integers(0, 4_000_000_000).map(verify.moment)
SENTENCES = st.fixed_dictionaries({
    "name": ANY | st.just(""), "title": ANY, "description": ANY, "issuer_name": ANY,
    "index": st.integers(0, 131071).map(str), "id": st.binary(max_size=4).map(verify.uuid8),
    "signed": TIMES, "until": TIMES, "done": TIMES})  # fmt: skip


def body_of(values: dict) -> tuple[str, dict, dict]:
    """(shape, values for rdfc, the JSON-LD body) of a certificate."""
    return *proofs.shape_of(values), verify.body_of(values)


@settings(max_examples=40, deadline=None)
@given(SENTENCES)
def test_the_same_bytes_as_pyld(sentence):
    kind, whole, body = body_of({**forge.template(), **sentence})
    assert rdfc.canonize(kind, whole).decode() == nquads.canonize(body)


@settings(max_examples=40, deadline=None)
@given(SENTENCES)
def test_the_same_bytes_as_pyoxigraph(sentence):
    """Which reads our statements and orders them anew: another canonizer, in another language."""
    kind, whole, _ = body_of({**forge.template(), **sentence})
    ours = rdfc.canonize(kind, whole)
    found = pyoxigraph.Dataset(pyoxigraph.parse(ours, format=pyoxigraph.RdfFormat.N_QUADS))
    found.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    lines = sorted(f"{quad} .\n" for quad in found)
    assert parsed("".join(lines)) == parsed(ours.decode())


def parsed(text: str) -> set:
    """Statements as terms, in which one escape is as good as another."""
    return {tuple(map(str, quad)) for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_QUADS)}


def test_the_order_of_blank_nodes_depends_on_the_values():
    orders = set()
    for index in range(40):
        kind, whole, _ = body_of(forge.values(index=index))
        line = next(line for line in rdfc.canonize(kind, whole).decode().splitlines() if "identityHash" in line)
        orders.add(line.split()[0])
    assert len(orders) > 1


def test_options_and_status_lists_are_the_same_as_pyld_too():
    values = forge.values()
    whole = json.loads(verify.compose(values))
    options = {name: values[name] for name in ("issuer", "key", "signed")}
    expected = nquads.canonize(nquads.options_of(whole["proof"][0], verify.CONTEXTS))
    assert rdfc.canonize("options", options).decode() == expected
    assert nquads.canonize(nquads.options_of(whole["proof"][0], verify.CONTEXTS[:1])) == expected
    listed = verify.decode_list(forge.status_list("kisumu"))
    kind, whole, body = body_of(listed)
    assert rdfc.canonize(kind, {k: v for k, v in whole.items() if k != "name"}).decode() == nquads.canonize(body)


def test_the_statements_are_what_their_generator_writes():
    assert rdfc.TABLE.read_text(encoding="utf-8") == nquads.table()


@pytest.mark.parametrize(
    "character", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\ufdd0", "\ufffe", "\U0010ffff", "\ud800"]
)
def test_what_canonizers_write_differently_is_refused(character):
    with pytest.raises(rdfc.CanonizeError, match="no place in a signed text"):
        proofs.sign({**forge.values(), "name": f"A{character}B"}, forge.key_of("kisumu"))


def test_two_equal_addresses_are_refused():
    same = forge.template()["criteria"]
    with pytest.raises(rdfc.CanonizeError, match="the same"):
        proofs.sign({**forge.values(), "achievement": same}, forge.key_of("kisumu"))


def test_a_tie_is_refused(monkeypatch):
    """Two blank nodes about which the same is said."""
    twins = ["<{id}> <urn:a> {_0} .", "<{id}> <urn:a> {_1} ."]
    monkeypatch.setattr(rdfc, "statements", lambda: {"twins": twins})
    rdfc.blank_nodes.cache_clear()
    with pytest.raises(rdfc.CanonizeError, match="alike"):
        rdfc.canonize("twins", {"id": "urn:x"})
    rdfc.blank_nodes.cache_clear()
