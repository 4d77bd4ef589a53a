"""Partnerships and who belongs to them: memberships, roles, organisations, posts, boards."""
