"""Loads the example plans as a person would."""
