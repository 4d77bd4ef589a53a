"""What the site says when it cannot show a page."""
