"""What an id looks like: a handle that a shell, an address and a file name all take as it is."""

import re

ID_FORM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
