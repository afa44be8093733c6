"""The policy: nothing but the site's own files; inline scripts only by their hash."""

import base64
import hashlib

import pytest

from ktc.assembly.policy import policy, secure, secured


def test_a_page_may_load_only_what_is_its_own():
    assert "default-src 'none'" in policy("")
    assert "script-src 'self';" in policy("")
    assert "unsafe" not in policy("<script>1</script>")


def test_an_inline_script_is_named_by_its_hash_and_data_blocks_are_not():
    hashed = base64.b64encode(hashlib.sha256(b"go()").digest()).decode()
    assert f"'sha256-{hashed}'" in policy("<script>go()</script>")
    assert "sha256" not in policy('<script type="application/json">{}</script><script src="a.js"></script>')


def test_a_style_is_named_by_its_hash_in_its_page_and_in_the_headers(tmp_path):
    hashed = base64.b64encode(hashlib.sha256(b"p{}").digest()).decode()
    (tmp_path / "a.html").write_text('<meta charset="utf-8"><style>p{}</style>', encoding="utf-8")
    secure(tmp_path)
    for name in ("a.html", "_headers"):
        assert f"style-src 'self' 'sha256-{hashed}';" in (tmp_path / name).read_text(encoding="utf-8")


def test_the_policy_stands_right_after_the_character_set():
    html = secured('<head><meta charset="utf-8"><script src="a.js"></script></head>')
    assert html.startswith('<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"')


def test_a_page_without_character_set_is_refused():
    with pytest.raises(ValueError, match="charset"):
        secured("<head></head>")
