"""The contracts of `kroniek read` and `kroniek assess`: records of plain JSON values, and their JSON Schemas."""
