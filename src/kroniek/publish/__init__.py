"""What leaves the desk: the report and the exports, with names and sources hidden that must not leave it."""
