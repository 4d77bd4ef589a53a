"""The history of one part of a plan: who changed what, when, and how it was before."""
