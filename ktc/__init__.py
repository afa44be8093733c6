"""Know the Code: builds, checks and serves a static study site in many languages."""

__version__ = "0.2.0"
