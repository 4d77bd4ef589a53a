"""What the partners agreed and did: one Django app a room, the lowest first in this list: audit, accounts, partners, plans."""
