"""The program beside what a user would pick instead, in one run. `make bench` is the way in."""
