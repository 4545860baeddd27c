"""Everything remembered about people: tables, named queries, migrations."""
