"""Django settings: embedded (one computer), production and test. Chosen by name, imported by nobody."""
