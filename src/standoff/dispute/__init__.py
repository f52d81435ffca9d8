"""The record across reports: who stands where, what changed, and the draft of a model."""
