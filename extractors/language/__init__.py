"""How minutes are written: sentences, outline, people, numbers, periods, scope. Shared by all extractors."""
