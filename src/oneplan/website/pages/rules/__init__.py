"""The red pen's rules explained."""
