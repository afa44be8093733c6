"""The pages of certificates: those kept on this device, and the check of anybody's."""

from macros.home import taken
from macros.render import render, use, view


def my_certificates(env) -> str:
    """The list of this device, or the one certificate in the address; empty parts that certificate-page.js fills."""
    use(env, "certificates")
    here = view(env)
    languages = {code: one.name for code, one in here.course.languages.root.items()}
    checks = [one for one in taken(here) if one.quiz.kind == "final"]
    return render(env, "certificates.html", languages=languages, checks=checks)


EXAMPLES = {"valid": "valid.json", "revoked": "revoked.json", "tampered": "tampered.json",
            "self-recorded": "self-recorded.txt"}  # fmt: skip


def verify(env) -> str:
    """The form that takes links and files, and examples to try; without scripts, the way to the verification script."""
    use(env, "verify")
    return render(env, "verify.html", examples=EXAMPLES)
