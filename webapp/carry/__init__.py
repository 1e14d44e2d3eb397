"""Take what you logged along as a file, and bring a file in; the device does the work."""
