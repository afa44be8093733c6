"""`python -m ktc`: the one door to everything the project can do."""

import os
import sys

if sys.getfilesystemencoding() != "utf-8":  # an old locale: folders may have names that it cannot write
    os.execv(sys.executable, [sys.executable, "-X", "utf8", "-m", "ktc", *sys.argv[1:]])

from ktc.cli.main import main

main()
