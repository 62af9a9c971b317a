"""What the texts of the answers say."""
