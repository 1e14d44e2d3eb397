"""What a person's diary shows, day by day."""
