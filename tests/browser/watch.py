"""Sees whatever leaves a browser or stays in it: requests of pages and workers, cookies, storage, complaints."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from learner import PHONE

LISTEN = """document.addEventListener('securitypolicyviolation', (event) =>
    console.error('policy', event.violatedDirective, event.blockedURI, event.sourceFile))"""
PREFIX = "ktc:/:"  # of all that the site keeps; its path stands between the colons
KEPT = """async () => ({
    local: Object.keys(localStorage), session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map((one) => one.name), caches: window.caches ? await caches.keys() : [],
})"""


# What Chromium asks of its maker on its own account, about any form of any site; and what Playwright says itself.
BROWSERS_OWN = ("content-autofill.googleapis.com", "blocked by Playwright")


class Outside:
    """A proxy that stands for every other host: it notes who was asked for, and answers nobody."""

    def __init__(self):
        asked = self.asked = []

        class Handler(BaseHTTPRequestHandler):
            def refuse(self):
                asked.append(f"{self.command} {self.path}")
                self.send_error(502)

            do_GET = do_POST = do_HEAD = do_OPTIONS = do_CONNECT = refuse

            def log_message(self, *args):
                """Quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.settings = {"server": f"http://127.0.0.1:{self.server.server_address[1]}", "bypass": "localhost"}

    def close(self) -> None:
        self.server.shutdown()


class Watch:
    """A browser context under watch. `own` is the address of the site: asking there is no fault."""

    def __init__(self, browser, own: str, **settings):
        self.own, self.asked, self.faults, self.outside = own, [], [], Outside()
        self.context = browser.new_context(**{"viewport": PHONE, "proxy": self.outside.settings} | settings)
        self.context.add_init_script(LISTEN)
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.context.on("console", lambda said: said.type in ("error", "warning") and self.faults.append(said.text))
        self.context.on("weberror", lambda error: self.faults.append(str(error.error)))
        self.page = self.context.new_page()

    def close(self) -> None:
        self.context.close()
        self.outside.close()

    def elsewhere(self) -> list[str]:
        """Requests to any other host, of pages, and (through the proxy) of workers too."""
        return [url for url in self.asked if not url.startswith((self.own, "data:", "blob:"))] + self.outside.asked

    def kept(self, prefix: str) -> dict[str, list[str]]:
        """Names of what the browser keeps for the site, but those with `prefix` of the two kinds that it uses."""
        kept = self.page.evaluate(KEPT)
        for kind in ("local", "caches"):
            kept[kind] = [name for name in kept[kind] if not name.startswith(prefix)]
        return kept

    def leaks(self, prefix: str) -> dict[str, list]:
        """What left the browser, what stays in it without the site's own prefix, and what was complained of."""
        cookies = [cookie["name"] for cookie in self.context.cookies()]
        found = {"asked": self.elsewhere(), "cookies": cookies, "complaints": self.faults, **self.kept(prefix)}
        ours = {
            kind: [one for one in some if not any(own in one for own in BROWSERS_OWN)] for kind, some in found.items()
        }
        return {kind: some for kind, some in ours.items() if some}
