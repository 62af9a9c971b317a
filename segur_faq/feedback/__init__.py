"""What readers said of answers, and what they did not find: kept on this machine alone."""
