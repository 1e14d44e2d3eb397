"""Making several devices of one person the same, by way of the server."""
