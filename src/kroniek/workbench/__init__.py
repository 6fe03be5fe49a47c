"""The web application in which people read the ledger and decide: server-rendered pages, nothing from elsewhere."""
