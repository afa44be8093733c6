"""The one family of errors of this package: what is wrong, where, and what to do."""


class CertificateError(Exception):
    """Shown to a person as it is, without a traceback."""

    def __init__(self, what: str, remedy: str = ""):
        self.what, self.remedy = what, remedy
        super().__init__(f"{what}\n    {remedy}" if remedy else what)
