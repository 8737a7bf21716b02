"""`python -m ui`: the program with its window."""

from ui.app import main

raise SystemExit(main())
