"""Tables, where a row is a document: CSV, JSON, spreadsheets."""
