"""Judgements in one sentence each, for people who take no interest in statistics."""
