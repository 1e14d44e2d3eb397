"""The library: articles on back cramps with their sources, and the cramp-now page."""
