"""Whether a promise came back: what later meetings say of it, decided by evidence alone."""
