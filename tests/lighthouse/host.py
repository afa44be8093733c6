"""Serves the site as an ordinary web host does: compressed, kept for a while, over lasting connections."""

import gzip
import threading
from contextlib import contextmanager
from pathlib import Path

from ktc.assembly.serve import Handler, server

TEXTS = {".html", ".css", ".js", ".json", ".svg", ".webmanifest", ".txt", ".xml"}


class WebHost(Handler):
    protocol_version = "HTTP/1.1"
    caching = "max-age=600"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.suffix in TEXTS and path.is_file():
            self._send(path)
        else:
            super().do_GET()

    def _send(self, path: Path) -> None:
        body = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def hosted(site: Path):
    """The address of the site while this lasts."""
    with server(site, 0, handler=WebHost) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://localhost:{http.server_address[1]}"
        http.shutdown()
