"""Targets judged from results: values, changes and relations to others; progress towards them."""
