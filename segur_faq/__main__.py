"""`python -m segur_faq`: the same program as the `segur-faq` console script."""

from segur_faq.start import main

if __name__ == "__main__":
    raise SystemExit(main())
