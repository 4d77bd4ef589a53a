"""Figures in: tables of published and local data."""
