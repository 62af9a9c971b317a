"""The skins of `ask`: how a screen of the journey is shown and how a decision comes back."""
