"""The actions of a live plan as a spreadsheet: taken away, edited, brought back, chosen from."""
