"""The one tree of errors that Kroniek raises on purpose; whatever else escapes is a bug."""


class KroniekError(Exception):
    """Something went wrong that a person can act on; the message says what, where and what to do."""


class DocumentError(KroniekError):
    """One document cannot be read. The others still are.

    `name` is the file or id that the person gave, `reason` one line in plain words.
    """

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(f"{name}: {reason}")


class RulesError(KroniekError):
    """A word list, codebook or other data file breaks its own form; the message names file and row."""


class SettingsError(KroniekError):
    """`kroniek.toml` holds a key or value that is not understood; the message names it."""


class LedgerError(KroniekError):
    """The ledger cannot be opened, is of another version, or does not hold what was asked for."""


class UsageError(KroniekError):
    """The command was misused (exit status 2)."""
