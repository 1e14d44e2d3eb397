"""The app on the phone: front page, manifest, worker, offline and install pages."""
