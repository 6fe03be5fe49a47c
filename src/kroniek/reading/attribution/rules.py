"""The word lists of attribution, loaded from a language's `attribution.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from kroniek.model.claim import SpeakerRole, Stance
from kroniek.reading.passage import PartyLike
from kroniek.text.phrases import PhraseIndex

# neither part of a compound is shorter
_SHORTEST_PART = 3
_MOST_WORDS_KEPT = 1 << 15


class CueForm(StrEnum):
    """Where the one who speaks stands with regard to the cue."""

    VERB = "verb"
    """Speaker is the subject: before the verb, or after it where the verb stands first ("said X", "meldt X")."""
    BEFORE = "before"
    """Speaker comes right after ("according to X", "volgens X")."""
    SOURCE = "source"
    """Speaker's own source comes right after ("citing X", "op gezag van X"): further to the origin than the speaker."""
    OWN = "own"
    """The actor of the clause speaks ("by its own account", "naar eigen zeggen")."""
    PASSIVE = "passive"
    """Nobody is named ("it was reported that", "naar verluidt")."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of cues. `stance` is what the cue makes of the words that it governs, None where it leaves them asserted."""

    form: CueForm
    stance: Stance | None
    noun: bool = False
    """A noun that also serves as one ("report", "claims"): a cue only where a name stands before it and a clause follows."""
    inverted: bool = False
    """A cue only where the speaker follows and a comma or quotation mark stands before ("..., weet de agent")."""
    bodies: bool = False
    """A verb whose subject may be a state that suffers ("Iran telt 610 doden"): no cue with one where another speaks,
    nor where no harm is told of."""
    split: tuple[tuple[str, ...], ...] = ()
    """The other parts that the verb may have, each as its words, one of which must follow ("laat de minister weten", "maakt melding
    van")."""
    near: bool = False
    """Whether nothing but adverbs stands between the verb and its other part ("komt inmiddels op twaalf")."""
    paused: bool = False
    """A cue only after a comma or other sign ("12 dead, per the mayor", where "per day" is none)."""
    listed: bool = False
    """A cue only where the words that follow name a party or a kind of speaker ("op basis van lokale autoriteiten", and no images)."""
    counting: bool = False
    """A verb that tells of much else too ("named", "zagen"): a cue only where an amount follows, and never with a state for its subject."""


@dataclass(frozen=True, slots=True, eq=False)
class AttributionRules:
    """All lists of one language. Word sets hold lower-case tokens.

    `cue_words` are the first words of all cues, hedges and stance phrases: a sentence without any of them needs no work;
    `verbs` are those of the verbs of saying and counting.
    `roles` finds nouns that name a kind of speaker, `role_nouns` are those of one word; `not_speakers` are heads that are no person or
    body ("reports").
    `anaphors` are nouns that stand for the party named last ("the organisation"), `pronouns` likewise.
    `asides` are articles that after a dash open a remark of the writer's own ("– a 92% increase").
    `noun_followers` are words that show a cue to be a noun ("reports of").
    `publishings` stand beside the day on which a report came out ("published on Tuesday"), `time_prepositions` before a day.
    `referrals` open a sentence that only says who told the one before it ("Dat meldt de gouverneur"), `short_names` are nouns that
    with an article stand for a party whose name holds them ("the Observatory"), `accusing` are verbs
    that lay an act to the party after them, `firing` what the party before them is said to have done, `denied_acts` words that show
    a denial to be of the act itself, `titles` are ranks and forms
    of address written with a stop ("Gen."), `conditionals` open a clause that supposes and asserts nothing ("if people were hurt").
    `told_as` are participles before "as" of which somebody else is the subject ("identified as injured").
    `amounts`, `amount_endings` and `amount_openers` show that an amount follows a verb of counting, `elliptical` words stand before
    the amount of a speaker whose verb is left out ("houdt het op tien, een arts op twaalf"), `count_nouns` after one who counts
    ("by Kyiv's count").
    `articles` open a phrase with a noun of no list, `authors` are the words of those who write ("we"), after `narrowing` words
    who is credited says only what follows ("300 raids, with according to monitors 78 dead").
    `referring` words open "that was the Observatory's figure". `partitives` show that a figure belongs to one told before
    ("another", "anderen"), `bands` are nouns that no office is called by ("the group"), `harm_endings` end compounds of harm,
    `partitive_heads` open a sentence that counts on ("Er zijn", "nog eens").
    `prepositions` join the parts of a phrase or open one that tells where and when, `addressing` ones come before who is told,
    `clause_openers` come before the subject of a clause, `auxiliaries` are the verbs of the perfect that may stand before the subject,
    `events` and `mute` are nouns and pronouns that never speak (attacks; days, "nobody"), `cited` are participles that name whose
    words pass through another ("an official quoted by Reuters").
    `shifts` open a sentence of another event ("elsewhere"), as `later` words ("a day earlier") and `times` at its beginning do, unless
    `same` words stand with them ("the same day"). `remains` are what those count who bury, `grounds` are places that "count" what
    stands or happens in them, `more` words add others to those told of.
    `relative_adverbs` open a clause as the relative pronouns do, `finite` verbs end a phrase, `tags` point back before an inverted verb
    ("zo meldt de gouverneur"), `listing` words open examples of those counted, who do not speak ("including many children"),
    `affiliations` after a name and a hyphen tell whose the body named next is ("Houthi-run"), `nothing` words show that who "said
    nothing" told of nothing,
    `lives` are taken by what "claims" them, `personal` pronouns stand for a person alone,
    `carrying` are events whose teller tells of the harm in the next sentence too, `telling` verbs have after
    them who is told.
    `inquiring` verbs before `hearsay` nouns and `that` tell what is looked into, which nobody has said ("look into reports that").
    `report_makings` and `report_owners` stand between a report and whose it is ("a tally
    kept by").
    `to` stands before the infinitive of what somebody says to be, `hearsay_verbs` mark what is only reported ("zou"), `nobody` open a
    subject that does not speak ("no group has claimed"), `negations` stand beside a verb of saying where nobody says ("niet bevestigen"),
    `amounting` are those of the `continuations` that may stand after a word of time or place ("In mei ging het om"), `bounds` stand right
    before an amount, `adding` words open a sentence that tells more of the same, on whatever day ("Ook stierf").
    `concessions` map to whether they concede whoever publishes them (True), or only in the voice of a belligerent (False).
    """

    language: str
    cue_words: frozenset[str]
    verbs: frozenset[str]
    cues: PhraseIndex[Cue]
    stances: PhraseIndex[Stance]
    hedges: PhraseIndex[Stance | None]
    roles: PhraseIndex[SpeakerRole]
    role_nouns: Mapping[str, SpeakerRole]
    not_speakers: frozenset[str]
    anaphors: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    links: frozenset[str]
    fillers: frozenset[str]
    report_nouns: frozenset[str]
    stops: frozenset[str]
    contrasts: frozenset[str]
    conjunctions: frozenset[str]
    continuations: PhraseIndex[str]
    concessions: PhraseIndex[bool]
    conceding_verbs: PhraseIndex[str]
    harm_words: frozenset[str]
    killing_verbs: frozenset[str]
    civilian_words: frozenset[str]
    party_roles: tuple[tuple[str, SpeakerRole], ...]
    not_names: frozenset[str]
    definites: frozenset[str]
    impersonal: frozenset[str]
    passives: frozenset[str]
    qualifiers: frozenset[str]
    agents: frozenset[str]
    asides: frozenset[str]
    relative_pronouns: frozenset[str]
    noun_followers: frozenset[str]
    publishings: frozenset[str]
    time_prepositions: frozenset[str]
    referrals: frozenset[str]
    short_names: frozenset[str]
    accusing: frozenset[str]
    firing: frozenset[str]
    denied_acts: frozenset[str]
    titles: frozenset[str]
    conditionals: frozenset[str]
    amounts: frozenset[str]
    amount_endings: frozenset[str]
    amount_openers: frozenset[str]
    told_as: frozenset[str]
    elliptical: frozenset[str]
    count_nouns: frozenset[str]
    articles: frozenset[str]
    authors: frozenset[str]
    narrowing: frozenset[str]
    referring: frozenset[str]
    bands: frozenset[str]
    harm_endings: frozenset[str]
    partitives: frozenset[str]
    partitive_heads: frozenset[str]
    prepositions: frozenset[str]
    addressing: frozenset[str]
    clause_openers: frozenset[str]
    auxiliaries: frozenset[str]
    events: frozenset[str]
    mute: frozenset[str]
    cited: frozenset[str]
    shifts: frozenset[str]
    same: frozenset[str]
    later: frozenset[str]
    times: frozenset[str]
    remains: frozenset[str]
    grounds: frozenset[str]
    inquiring: frozenset[str]
    hearsay: frozenset[str]
    that: frozenset[str]
    report_makings: frozenset[str]
    report_owners: frozenset[str]
    more: frozenset[str]
    relative_adverbs: frozenset[str]
    finite: frozenset[str]
    tags: frozenset[str]
    nothing: frozenset[str]
    lives: frozenset[str]
    personal: frozenset[str]
    listing: frozenset[str]
    affiliations: frozenset[str]
    carrying: frozenset[str]
    to: frozenset[str]
    hearsay_verbs: frozenset[str]
    nobody: frozenset[str]
    negations: frozenset[str]
    amounting: frozenset[str]
    bounds: frozenset[str]
    adding: frozenset[str]
    telling: frozenset[str]
    verb_second: bool
    standing_for: frozenset[str] = field(init=False, repr=False)
    """The words of `pronouns`, `anaphors` and `short_names`."""
    kinds: Mapping[str, SpeakerRole] = field(init=False, repr=False)
    """`party_roles` by the kind of party."""

    ends_of_harm: tuple[str, ...] = field(init=False, repr=False)
    """`harm_endings` as `str.endswith` takes them."""
    ends_of_amounts: tuple[str, ...] = field(init=False, repr=False)
    """The same of `amount_endings`."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "ends_of_harm", tuple(sorted(self.harm_endings)))
        object.__setattr__(self, "ends_of_amounts", tuple(sorted(self.amount_endings)))
        object.__setattr__(self, "standing_for", self.pronouns | self.anaphors | self.short_names)
        object.__setattr__(self, "kinds", dict(self.party_roles))

    def role_of(self, party: PartyLike) -> SpeakerRole:
        """The role of a party of the parties' list as a speaker; one that bears arms, a state at war for one, speaks as a belligerent."""
        if party.belligerent_id is not None:
            return SpeakerRole.BELLIGERENT
        return self.kinds.get(str(party.kind), SpeakerRole.OTHER)

    def role_of_compound(self, word: str) -> SpeakerRole | None:
        """The role of the noun of the lists that a longer word ends in ("kampbewoners": bewoners), None where it ends in none."""
        return _role_of_compound(self, word)


@lru_cache(maxsize=_MOST_WORDS_KEPT)
def _role_of_compound(rules: AttributionRules, word: str) -> SpeakerRole | None:
    for start in range(_SHORTEST_PART, len(word) - _SHORTEST_PART):
        role = rules.role_nouns.get(word[start:])
        if role is not None:
            return role
    return None
