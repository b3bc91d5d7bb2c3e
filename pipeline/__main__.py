"""`python -m pipeline` is `matters`."""

from pipeline.cli import main

if __name__ == "__main__":
    main()
