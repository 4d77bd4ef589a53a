"""The actions and measures of a plan as rows of two sheets, and edited rows as parts again."""
