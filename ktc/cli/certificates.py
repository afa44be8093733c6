"""`ktc certificates`: keys, signing, revoking, and looking at certificates, for a section's officer."""

import json
import os
import sys
import time
from pathlib import Path

import click

from certificates import collect as core
from certificates import keys, ledger, publish, section, sign, trust, verify
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


def signer(folder: Path):
    """(section, its private key)."""
    found = section.load(folder)
    return found, keys.load(found.key_file(), passphrase())


@certificates.command()
@FOLDER
@click.option("--site", help="Address of the section's copy of the site, such as https://example.org/code.")
@click.option("--short", help="Short name of the section in addresses, such as kenya.")
@click.option("--name", help="Name of the section as people read it.")
@click.option("--replace", is_flag=True, help="A new key for this section; the one before is retired.")
@click.option("--leaked", is_flag=True, help="A new key; the one before has leaked, and nothing it signed counts.")
def keygen(folder: Path, site: str, short: str, name: str, replace: bool, leaked: bool) -> None:
    """Make the key of a section in FOLDER, which must be private: never inside the site."""
    if (folder / "section.json").exists():
        old = section.load(folder)
        if not (replace or leaked):
            raise CertificateError(f"{folder}: this section has a key", "a new one: --replace, or --leaked")
        parts = {"id": old.id, "name": old.name, "site": old.site}
    else:
        if not (site and short and name):
            raise CertificateError("a new section needs --site, --short and --name", "see --help")
        parts = {"id": section.did_of(site, short), "name": name, "site": site.rstrip("/")}
    _refuse_tree(folder)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    made = _make_key(folder, parts)
    publish.new_key(made, time.time(), leaked)
    made.save()
    click.echo(f"key {made.key}\nkept in {made.key_file()}: make a backup of this folder and of the passphrase, apart")
    click.echo(f"publish: copy {made.publish} to issuers/{made.id.rpartition(':')[2]}/ of the site and build it")
    if leaked:
        click.echo("then sign again what the leaked key had signed: sign FOLDER --again")


def _make_key(folder: Path, parts: dict) -> section.Section:
    unnamed = folder / "key-new.pem"
    key = keys.generate(unnamed, passphrase(new=True))
    made = section.Section(folder, **parts, key=keys.multibase(key))
    unnamed.rename(made.key_file())
    return made


def _refuse_tree(folder: Path) -> None:
    if ROOT in [folder.resolve(), *folder.resolve().parents]:
        raise CertificateError(f"{folder}: a private key has no place in the site's own folder",
                               "choose a folder elsewhere that only you can read")  # fmt: skip


@certificates.command()
@GIVEN
@click.option("--to", type=click.Path(path_type=Path), help="File for the table (CSV); else it is printed.")
def collect(given: tuple[str, ...], to: Path | None) -> None:
    """Read completion records from GIVEN (links, files, folders) into a table: who passed, who did not, and why."""
    rows = core.collect(given, trust_list(load_course(ROOT)), time.time())
    if to:
        to.write_text(core.table(rows), encoding="utf-8", newline="")
    else:
        click.echo(core.table(rows).lstrip("\ufeff"), nl=False)
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
    course, (whole, key) = load_course(ROOT), signer(folder)
    now = time.time()
    with ledger.Ledger(whole.ledger) as book:
        texts = [f"#r={payload}" for payload in _leaked(whole, book)] if again else []
        rows = core.collect([*given, *texts], trust_list(course), now, book.nonces)
        batch = sign.Batch(whole, key, verify.moment(now), verify.moment(now + years * 365.25 * section.DAY),
                           lambda edition, code: achievement(course, whole.site, edition, code), language)  # fmt: skip
        with click.progressbar(length=len(rows), label="signing", file=sys.stderr) as bar:
            write = Sheets(course, whole.site).write if pages else lambda found: None
            outcome = sign.sign(batch, rows, book, write, lambda done: bar.update(done - bar.pos))
        publish.publish_status(whole, book, key, now, days)
    for row in outcome.refused:
        click.echo(f"refused: {verify.safe(row.file[:80])}: {row.reason}: {row.why}")
    click.echo(f"{outcome.signed} signed, {outcome.before} signed before, {len(outcome.refused)} refused")
    if outcome.mended:
        click.echo(f"{outcome.mended} written again that an interrupted run had left out")
    click.echo(f"give out: {folder / 'certificates'}; publish: {whole.publish}")


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
    """Revoke certificates: GIVEN are their numbers, or their files. The status list is signed anew."""
    whole, key = signer(folder)
    with ledger.Ledger(whole.ledger) as book:
        signed = {id for id, _ in book.signed}
        chosen = [_number(one) for one in given]
        if unknown := [id for id in chosen if id not in signed]:
            raise CertificateError(f"{unknown[0]}: this section has not signed such a certificate", "look it up: show")
        fresh = [id for id in dict.fromkeys(chosen) if id not in book.revoked]
        book.add({"revoked": id, "at": verify.moment(time.time()), "reason": reason} for id in fresh)
        path = publish.publish_status(whole, book, key, time.time(), days)
    click.echo(f"{len(fresh)} revoked, {len(chosen) - len(fresh)} were before; now publish {path}")


def _number(given: str) -> str:
    """The id of a certificate from its number or one of its files."""
    path = Path(given)
    if not path.exists():
        return "urn:uuid:" + given.removeprefix("urn:uuid:").lower()
    try:
        (text,) = verify.candidates(path.read_text(encoding="utf-8"))
        return verify.decode_credential(text.strip())["id"]
    except (ValueError, OSError) as problem:
        raise CertificateError(f"{given}: no signed certificate in it ({problem})", "give its number") from problem


@certificates.group()
def status() -> None:
    """The status list, which says what is revoked."""


@status.command(name="publish")
@FOLDER
@DAYS
def status_publish(folder: Path, days: int) -> None:
    """Sign the status list of the section in FOLDER anew, before it expires."""
    whole, key = signer(folder)
    with ledger.Ledger(whole.ledger) as book:
        path = publish.publish_status(whole, book, key, time.time(), days)
        click.echo(f"{len(book.revoked_places())} places revoked, good for {days} days: publish {path}")


@certificates.group(name="trust")
def trust_group() -> None:
    """The sections that this site trusts (issuers/)."""


@trust_group.command(name="check")
def trust_check() -> None:
    """Say what is wrong in issuers/, or is about to expire."""
    found = trust.check(ROOT, time.time())
    for finding in found:
        click.echo(f"{finding.severity}: issuers/{finding.file}: {finding.what}\n    {finding.remedy}")
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
