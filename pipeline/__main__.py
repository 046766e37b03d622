"""python -m pipeline: the same as the command gyosei."""

import sys

from pipeline.cli import main

if __name__ == "__main__":
    sys.exit(main())
