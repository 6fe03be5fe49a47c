"""Everything in one database: reports with all versions, claims, incidents, findings, decisions and the evidence log."""
