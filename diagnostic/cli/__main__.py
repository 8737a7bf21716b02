"""`python -m diagnostic.cli`, for where the console script is not on the path."""

import sys

from diagnostic.cli import main

sys.exit(main())
