"""Serves the finished site on this machine and rebuilds the language whose file was saved."""

import subprocess
import sys
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from ktc.errors import BuildError

WATCHED = ("docs", "facts", "quizzes", "macros", "overrides", "ktc", "certificates")
TRANSLATED = ("docs", "facts", "quizzes")
PAUSE = 0.4  # seconds without a further change before a rebuild starts


# Said here, because some systems have their own ideas (Windows' registry may call a script text/plain).
TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}


class Handler(SimpleHTTPRequestHandler):
    """Static files, never cached, so that a reload shows the last build."""

    caching = "no-store"
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}

    def end_headers(self) -> None:
        self.send_header("Cache-Control", self.caching)
        super().end_headers()

    def send_error(self, code, message=None, explain=None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args) -> None:
        """Quiet: the terminal shows builds."""


class Shared(Handler):
    """For a room full of phones: they may keep files if they ask whether these are still current; no listings."""

    caching = "no-cache"

    def list_directory(self, path) -> None:
        self.send_error(404)


class Server(ThreadingHTTPServer):
    """Holds the calls of a whole group that opens the page at once, and says nothing of those that hang up."""

    request_queue_size = 128

    def server_bind(self) -> None:
        """Without asking for this machine's name: that can take many seconds where there is no internet."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]

    def handle_error(self, request, client_address) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def server(site: Path, port: int, host: str = "127.0.0.1", handler=Handler, command: str = "make serve") -> Server:
    """A server for a finished site; host "" is every address. Raises BuildError when the port is taken."""
    try:
        return Server((host, port), partial(handler, directory=str(site)))
    except OSError as error:
        remedy = f"stop the program that uses it, or choose another: {command} PORT={port + 1}"
        raise BuildError(f"port {port} cannot be used ({error.strerror}): {remedy}") from None


def languages_of(path: Path, root: Path, known: list[str]) -> list[str] | None:
    """Which languages a saved file concerns; None when it may concern all.

    English pages and texts stand in for missing ones everywhere, so they concern all.
    """
    parts = path.relative_to(root).parts
    if len(parts) > 1 and parts[0] in TRANSLATED and parts[1] in known and parts[1] != "en":
        return [parts[1]]
    return None


class Watch(FileSystemEventHandler):
    """Collects saved files and rebuilds once they have settled."""

    def __init__(self, root: Path, known: list[str]):
        self.root, self.known = root, known
        self.changed: set[Path] = set()
        self.last = 0.0

    def on_any_event(self, event: FileSystemEvent) -> None:
        path = Path(event.dest_path or event.src_path)
        hidden = any(part.startswith((".", "__")) for part in path.relative_to(self.root).parts)
        if event.is_directory or event.event_type in ("opened", "closed_no_write") or hidden:
            return
        if path.suffix in (".pyc", "") or path.name.endswith("~"):
            return
        self.changed.add(path)
        self.last = time.monotonic()

    def take(self) -> list[str] | None | bool:
        """Languages to rebuild (None: all), or False while there is nothing settled to do."""
        if not self.changed or time.monotonic() - self.last < PAUSE:
            return False
        changed, self.changed = self.changed, set()
        wanted = [languages_of(path, self.root, self.known) for path in changed]
        return None if None in wanted else sorted({code for codes in wanted for code in codes})


def rebuild(root: Path, languages: list[str] | None) -> None:
    """Build in a process of its own, so that changed Python is used too; a failure keeps the old site."""
    only = [word for code in languages or [] for word in ("--language", code)]
    built = subprocess.run([sys.executable, "-m", "ktc", "build", *only], cwd=root)
    if built.returncode == 0:
        check = [sys.executable, "-m", "ktc", "check", "--quiet-warnings"]
        said = subprocess.run(check, cwd=root, capture_output=True, text=True)
        print(said.stdout + said.stderr if said.returncode else "checked: no errors. Reload the page.", flush=True)


def serve(root: Path, site: Path, port: int, known: list[str]) -> None:
    """Serve until interrupted; rebuild on change."""
    http = server(site, port)
    watch, observer = Watch(root, known), Observer()
    for name in WATCHED:
        observer.schedule(watch, str(root / name), recursive=True)
    observer.start()
    threading.Thread(target=http.serve_forever, daemon=True).start()
    print(f"\n  http://localhost:{port}\n\nSave a file and its language is built again. Stop with Ctrl-C.", flush=True)
    try:
        while True:
            time.sleep(0.1)
            languages = watch.take()
            if languages is not False:
                rebuild(root, languages)
    except KeyboardInterrupt:
        print("\nstopped")
    finally:
        observer.stop()
        http.shutdown()
