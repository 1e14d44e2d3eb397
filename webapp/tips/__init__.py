"""General advice, chosen by what a person's own diary shows, with the ground beside it."""
