"""Export: charts and tables as files."""
