"""The description of the API, for whoever writes another client."""
