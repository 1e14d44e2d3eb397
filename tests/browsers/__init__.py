"""The core journey in Firefox and in WebKit, which the other tests never open."""
