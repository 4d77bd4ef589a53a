"""The pages: a folder for each part of the site, with its addresses, views, values and templates."""
