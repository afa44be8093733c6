"""`ktc certificates`: keys, signing, revoking, and looking at certificates, for a section's officer."""

import json
import os
import sys
import time
from pathlib import Path

import click

from certificates import collect as core
from certificates import forgery, guard, keys, ledger, publish, section, sign, steps, trust, verify
from certificates.errors import CertificateError
from ktc.assembly.sheets import Sheets, achievement
from ktc.assembly.trust import trust as trust_list
from ktc.course import load_course
from ktc.errors import KtcError

ROOT = Path.cwd()
FOLDER = click.argument("folder", type=click.Path(path_type=Path))
GIVEN = click.argument("given", nargs=-1, required=True)
DAYS = click.option("--days", default=90, show_default=True, type=click.IntRange(1, 3650),
                    help="The status list expires after so many days.")  # fmt: skip


class Group(click.Group):
    """Says what went wrong and what to do, without a traceback."""

    def invoke(self, ctx: click.Context):
        try:
            return super().invoke(ctx)
        except (CertificateError, verify.TrustError) as error:
            raise KtcError(str(error)) from error
        except OSError as error:
            raise KtcError(
                f"{error.filename}: {error.strerror}\n    look at the name, the place, the rights"
            ) from error


@click.group(cls=Group)
def certificates() -> None:
    """Section certificates: make a key, collect records, sign, revoke, check.

    Begin with `keygen`. After a session: `collect`, look at the table, `sign`, and copy the folder `publish` to
    issuers/<section>/ of the site.
    """


def passphrase(new: bool = False) -> str:
    """From the environment (KTC_PASSPHRASE), or typed without being shown."""
    given = os.environ.get("KTC_PASSPHRASE")
    return given if given is not None else click.prompt("Passphrase", hide_input=True, confirmation_prompt=new)


def sound(folder: Path) -> section.Section:
    """The section in a folder that is private and whole."""
    found = section.load(folder)
    guard.assert_outside(folder, ROOT, "a private key has")
    guard.assert_whole(found)
    return found


def key_of(found: section.Section):
    return keys.load(found.key_file(), passphrase())


@certificates.command()
@FOLDER
@click.option("--site", help="Address of the section's copy of the site, such as https://example.org/code.")
@click.option("--short", help="Short name of the section in addresses, such as kenya.")
@click.option("--name", help="Name of the section as people read it.")
@click.option("--replace", is_flag=True, help="A new key for this section; the one before is retired.")
@click.option(
    "--leaked", is_flag=True, help="A new key; one has leaked, so nothing counts any more that any key before signed."
)
@click.option("--yes", is_flag=True, help="With --leaked: do not ask.")
def keygen(folder: Path, site: str, short: str, name: str, replace: bool, leaked: bool, yes: bool) -> None:
    """Make the key of a section in FOLDER, which must be private: never inside the site."""
    if replace and leaked:
        raise CertificateError("--replace and --leaked contradict each other", "give --leaked where a key has leaked")
    if folder.exists() and not folder.is_dir():
        raise CertificateError(f"{folder}: this is a file", "give a folder")
    guard.assert_outside(folder, ROOT, "a private key has")
    if known := (folder / "section.json").exists():
        old = section.load(folder)
        if not (replace or leaked):
            raise CertificateError(f"{folder}: this section has a key", "a new one: --replace, or --leaked")
        guard.assert_keys(old)
        if leaked:
            _confirm_leak(old, yes)
        parts = {"id": old.id, "name": old.name, "site": old.site}
    else:
        if replace or leaked:
            raise CertificateError(f"{folder}: no section's folder", "look at its name")
        if not (site and short and name):
            raise CertificateError("a new section needs --site, --short and --name", "see --help")
        parts = {"id": section.did_of(site, short), "name": name, "site": site.rstrip("/")}
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    made = _make_key(folder, parts)
    publish.new_key(made, time.time(), leaked)
    made.save()
    if not known:
        made.ledger.touch(mode=0o600)
    click.echo(f"key {made.key}\nkept in {made.key_file()}: make a backup of this folder and of the passphrase, apart")
    click.echo("\n".join(steps.after_key(made, leaked)))


def _confirm_leak(old: section.Section, yes: bool) -> None:
    """Say what marking the keys costs; without a ledger nobody knows, and a leak must be told all the same."""
    told = "all certificates of this section become void (its ledger is missing)"
    if old.ledger.exists():
        with ledger.Ledger(old.ledger) as book:
            told = f"{len(_good(old, book))} certificates become void, until they are signed again"
    click.echo(f"every key of this section is marked as leaked: {told}")
    if not yes:
        click.confirm("go on?", abort=True)


def _good(whole: section.Section, book: ledger.Ledger) -> set[str]:
    """Numbers of the certificates that count."""
    bad = {life["multibase"] for life in publish.read_lives(whole) if life["compromised"]}
    return {id for id, key in book.signed if key not in bad and id not in book.revoked}


def _make_key(folder: Path, parts: dict) -> section.Section:
    unnamed = folder / "key-new.pem"
    key = keys.generate(unnamed, passphrase(new=True))
    made = section.Section(folder, **parts, key=keys.multibase(key))
    unnamed.rename(made.key_file())
    return made


@certificates.command()
@GIVEN
@click.option("--to", type=click.Path(path_type=Path), help="File for the table (CSV); else it is printed.")
def collect(given: tuple[str, ...], to: Path | None) -> None:
    """Read completion records from GIVEN (links, files, folders) into a table: who passed, who did not, and why."""
    guard.assert_there(given)
    if to:
        guard.assert_outside(to, ROOT, "a list of people has")
        if not to.parent.is_dir():
            raise CertificateError(f"{to.parent}: there is no such folder", "make it first")
    rows = core.collect(given, trust_list(load_course(ROOT)), time.time())
    if to:
        to.write_text(core.as_table(rows), encoding="utf-8", newline="")
    else:
        click.echo(core.as_table(rows).lstrip("\ufeff"), nl=False)
    passed = sum(1 for row in rows if not row.reason)
    click.echo(f"{len(rows)} records: {passed} passed, {len(rows) - passed} refused", err=True)


@certificates.command(name="sign")
@FOLDER
@click.argument("given", nargs=-1)
@click.option("--language", default="en", show_default=True, help="Where a link does not tell it.")
@click.option("--years", default=3, show_default=True, type=click.IntRange(1, 50), help="How long they are good.")
@click.option("--pages/--no-pages", default=True, help="Whether to make the pages to print.")
@click.option("--again", is_flag=True, help="Sign what keys that have leaked had signed.")
@DAYS
def sign_command(folder: Path, given: tuple, language: str, years: int, pages: bool, again: bool, days: int) -> None:
    """Sign the records in GIVEN that pass, as the section in FOLDER.

    GIVEN are links, files, folders, or the table that `collect` made.
    """
    if not (given or again):
        raise CertificateError("there is nothing to sign", "give links, files, folders, or the table; see --help")
    guard.assert_there(given)
    whole, now = sound(folder), time.time()
    course = load_course(ROOT)
    with ledger.Ledger(whole.ledger) as book:
        texts = [f"#r={payload}" for payload in _leaked(whole, book)] if again else []
        publish.assert_remembers(whole, book)
        rows = core.collect([*given, *texts], trust_list(course), now, book.nonces)
        if not again and all(row.reason for row in rows):
            _tell(rows)
            raise CertificateError("there is nothing to sign: no record passes", "look at them: collect")
        key = key_of(whole)
        batch = sign.Batch(whole, key, verify.moment(now), verify.moment(now + years * 365.25 * section.DAY),
                           lambda edition, code: achievement(course, whole.site, edition, code), language)  # fmt: skip
        with click.progressbar(length=len(rows), label="signing", file=sys.stderr) as bar:
            write = Sheets(course, whole.site).write if pages else lambda found: None
            outcome = sign.sign(batch, rows, book, write, lambda done: bar.update(done - bar.pos))
        publish.publish_status(whole, book, key, now, days)
    _tell(outcome.refused)
    click.echo(f"{outcome.signed} signed, {outcome.before} signed before, {len(outcome.refused)} refused")
    if outcome.mended:
        click.echo(f"{outcome.mended} written again that an interrupted run had left out")
    click.echo(f"give out: {folder / 'certificates'} (whose they are: index.csv); publish: {whole.publish}")


def _tell(refused) -> None:
    for row in refused:
        click.echo(f"refused: {row.place}: {row.reason}: {row.why}")


def _leaked(whole: section.Section, book: ledger.Ledger) -> list[str]:
    """Payloads of what a leaked key signed, is not revoked, and has no signature of the present key."""
    bad = {life["multibase"] for life in publish.read_lives(whole) if life["compromised"]}
    found = {entry["payload"] for (id, key), entry in book.signed.items() if key in bad and id not in book.revoked}
    return sorted(found)


@certificates.command()
@FOLDER
@GIVEN
@click.option("--reason", required=True, help="For your own ledger; it is not published.")
@DAYS
def revoke(folder: Path, given: tuple[str, ...], reason: str, days: int) -> None:
    """Revoke certificates: GIVEN are their numbers, or their files. The status list is signed anew.

    A forgery that was made with a key of this section can be revoked too: give its file.
    """
    whole = sound(folder)
    with ledger.Ledger(whole.ledger) as book:
        publish.assert_remembers(whole, book)
        chosen = [forgery.entry(one, whole, book) for one in given]
        key = key_of(whole)
        fresh = []
        for entry in chosen:
            if entry not in fresh and not book.has_revoked(entry):
                fresh.append(entry)
        more = {"at": verify.moment(time.time()), "reason": reason}
        book.add([{**entry, **more} for entry in fresh])
        sign.write_index(whole, book)
        path = publish.publish_status(whole, book, key, time.time(), days)
    click.echo(f"{len(fresh)} revoked, {len(chosen) - len(fresh)} were before; now publish {path}")


@certificates.group()
def status() -> None:
    """The status list, which says what is revoked."""


@status.command(name="publish")
@FOLDER
@DAYS
def status_publish(folder: Path, days: int) -> None:
    """Sign the status list of the section in FOLDER anew, before it expires."""
    whole = sound(folder)
    with ledger.Ledger(whole.ledger) as book:
        publish.assert_remembers(whole, book)
        path = publish.publish_status(whole, book, key_of(whole), time.time(), days)
        click.echo(f"{len(book.revoked_places())} places revoked, good for {days} days: publish {path}")


@certificates.group(name="trust")
def trust_group() -> None:
    """The sections that this site trusts (issuers/)."""


@trust_group.command(name="check")
def trust_check() -> None:
    """Say what is wrong in issuers/, or is about to expire."""
    found = trust.check(ROOT, time.time())
    for finding in found:
        click.echo(str(finding))
    click.echo(f"{len(trust.folders(ROOT))} sections, {len(found)} findings")
    if any(finding.severity == "error" for finding in found):
        sys.exit(1)


@certificates.command()
@GIVEN
@click.option("--json", "as_json", is_flag=True, help="The whole result, for programs.")
def show(given: tuple[str, ...], as_json: bool) -> None:
    """All fields of the certificates or records in GIVEN, and what the check says."""
    trusted, quiet = trust_list(load_course(ROOT)), verify.Progress([])
    for one in given:
        for job in verify.jobs(one, quiet):
            judged, text = verify.judge(job, trusted, time.time(), "en", False), job[2]
            if as_json:
                click.echo(json.dumps(judged, ensure_ascii=False))
                continue
            click.echo(verify.line(judged))
            for name, value in _fields(text, trusted, judged).items():
                click.echo(f"    {name:<12} {verify.safe(str(value))}")


def _fields(text: str, trusted: dict, judged: dict) -> dict:
    """All that is written in a signed certificate; of a record what the check shows."""
    try:
        text = text.strip(verify.WHITE)
        if text.startswith("{"):
            return verify.decode_credential(text)
        if "#c=" in text:
            return verify.decode_short(text.partition("#c=")[2], trusted["templates"])
    except verify.RecordError:
        return {}
    return {name: value for name, value in (judged["certificate"] or {}).items() if value is not None}
