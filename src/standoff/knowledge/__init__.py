"""The data files, read and checked into frozen tables."""
