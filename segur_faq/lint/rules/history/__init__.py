"""Pages of what is seen by comparing with an earlier state; `lint.history` reports it."""
