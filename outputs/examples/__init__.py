"""Questions put to a release, as scripts to read, run and change: each cell takes tables from `outputs.load`."""
