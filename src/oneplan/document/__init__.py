"""The plan as a document: its schema, its files, its sentences, the red pen, versions compared."""
