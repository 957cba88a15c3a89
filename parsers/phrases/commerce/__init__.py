"""Trade and investment: terms of commerce, the figures that belong to them, shares and places."""
