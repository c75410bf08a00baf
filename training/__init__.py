"""The rules of Sebaya. Nothing in here knows the web."""
