"""Bodies: joint institutions, and membership of international ones."""
