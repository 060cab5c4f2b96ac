"""Which person a name means: by surname, title, gender and kin."""
