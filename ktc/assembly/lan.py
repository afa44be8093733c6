"""Serves the finished site to phones in the same network: finds this machine's addresses, shows one as a QR code."""

import json
import re
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address
from pathlib import Path

import ifaddr

from ktc.assembly.qr import terminal
from ktc.assembly.serve import Shared, server
from ktc.errors import BuildError

# Networks inside this machine and tunnels: phones in the room are seldom there. Windows calls its hotspot a
# "Wi-Fi Direct Virtual Adapter": that one counts.
INNER = re.compile(
    r"^(lo|docker|br-|veth|virbr|vmnet|vboxnet|lxc|podman|cni|tun|tap|utun|wg|ppp|zt)|(?<!direct )virtual"
    r"|loopback|vethernet|hyper-v|vmware|vpn|tap-|wireguard|tailscale|zerotier",
    re.I,
)
NONE = (
    "this computer has no address in a network, so no phone can reach it: join the Wi-Fi that the phones use, or "
    "switch on this computer's own hotspot, and try again. Without any network, copy the folder site/ to a stick "
    "and open its index.html"
)
HINTS = """\
Phones in the same network scan the code or type the address.{others}
If none can open it: allow Python in this computer's firewall, and avoid guest networks, which keep devices apart.
Without https, phones cannot keep the site for later, and a link may have to be copied by hand.
The site is served as it was built{commit}: `make build` renews it. Stop with Ctrl-C."""


@dataclass(frozen=True)
class Address:
    """An IPv4 address of this machine and the name of its interface."""

    ip: str
    interface: str


def addresses() -> list[Address]:
    """Every address that another device might reach, the likeliest first."""
    found = [Address(ip.ip, one.nice_name) for one in ifaddr.get_adapters() for ip in one.ips if ip.is_IPv4]
    return rank(found, outward())


def rank(found: list[Address], outward: str = "") -> list[Address]:
    """Outside `found`, loopback goes; then: real networks first, self-assigned addresses last, the way out first."""

    def order(address: Address) -> tuple:
        ip = IPv4Address(address.ip)
        return bool(INNER.search(address.interface)), ip.is_link_local, address.ip != outward, not ip.is_private

    return sorted((one for one in found if not IPv4Address(one.ip).is_loopback), key=order)


def outward() -> str:
    """The address from which this machine reaches the internet, "" without such a way. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("198.51.100.1", 9))  # reserved for documentation
            return probe.getsockname()[0]
        except OSError:
            return ""


def choose(found: list[Address], wanted: str = "") -> list[Address]:
    """`found` with the wanted address first. Raises BuildError when there is none, or not that one."""
    if not found:
        raise BuildError(NONE)
    if wanted and wanted not in {one.ip for one in found}:
        raise BuildError(f"this computer has no address {wanted}: it has {', '.join(one.ip for one in found)}")
    return sorted(found, key=lambda one: one.ip != wanted) if wanted else found


def notice(found: list[Address], port: int, commit: str = "", colours: bool = True) -> str:
    """What the terminal shows: the address, its QR code, the other addresses, what to do when it fails."""
    address, *rest = [f"http://{one.ip}:{port}/" for one in found]
    named = [f"{other} ({one.interface})" for other, one in zip(rest, found[1:], strict=True)]
    others = f"\nIf it does not answer, try {', or '.join(named)}." if named else ""
    code = f"\n{terminal(address)}" if colours else ""
    hints = HINTS.format(others=others, commit=f" from {commit[:7]}" if commit else "")
    return f"\n  {address}\n{code}\n{hints}"


def serve_lan(site: Path, port: int, wanted: str = "", show=print, colours: bool = True) -> None:
    """Serve `site` to the network until interrupted. Raises BuildError without an address or when the port is taken."""
    found = choose(addresses(), wanted)
    with server(site, port, "", Shared, "make lan") as http:
        info = json.loads((site / "build-info.json").read_text(encoding="utf-8"))
        show(notice(found, http.server_address[1], info.get("commit") or "", colours))
        try:
            http.serve_forever()
        except KeyboardInterrupt:
            show("\nstopped")
