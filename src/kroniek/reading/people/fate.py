"""Decides what a sentence says was done to each person that it mentions: killed, injured, or nothing that it tells.

A name counts as a victim only where the grammar ties it to a word of harm: as subject ("A, B and C were killed"), as object ("killed
A", "mourned the death of A"), or in a list that such a word opens ("among the dead were A and B", "killed alongside his son C").
Who posts, tells or mourns, whose house it was, and who survived are not victims. When in doubt a name is left out: named victims set
the floor of a count, so one too many does harm.
"""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.model.claim import Harm
from kroniek.reading.people.added import added_to_dead, told_as
from kroniek.reading.people.bystanders import is_bystander
from kroniek.reading.people.harm_words import describes_noun, harm_told, loses_life
from kroniek.reading.people.mentions import PersonMention
from kroniek.reading.people.quotation import inside_quotes
from kroniek.reading.people.rules import PeopleRules
from kroniek.text.tokens import Token, TokenKind

_REACH_RIGHT = 160
_REACH_LEFT = 220
_NEAR = 4
_MOST_BETWEEN = 4
_LEAST_LISTED = 2
_LEAST_IN_BARE_LIST = 3
_MOST_TELLING = 8
_LONGEST_CLAUSE = 30
_LONGEST_NICKNAME = 7
_BEFORE_NAMES = frozenset({"'", '"', "“", "@", ",", "(", "-", "the", "a"})
_QUOTES = frozenset({'"', "“", "”"})
_DASHES = frozenset({"–", "—"})
_LONGEST_ASIDE = 20
_LONGEST_TITLE = 10
_DEATH_REACH = 14


class SentenceFates:
    """The words of harm of one sentence, and the people tied to them."""

    def __init__(self, tokens: Sequence[Token], mentions: Sequence[PersonMention], rules: PeopleRules, opened: Harm | None) -> None:
        """`opened` is the harm of a list that the sentence before opened ("the following names were identified:")."""
        self._tokens = tokens
        self._rules = rules
        self._opened = opened
        self._mention_at = {at: mention for mention in mentions for at in range(mention.left, mention.right + 1)}
        self._number = {mention.first: number for number, mention in enumerate(mentions)}
        self._mentions = mentions
        self._quoted = inside_quotes(tokens)
        self._listed = sum(mention.name and mention.age is not None for mention in mentions)
        lowers = {token.lower for token in tokens}
        self._bare_list = self._is_bare_list()
        self._tells_otherwise = any(not lowers.isdisjoint(rules.words[name]) for name in ("injured", "saved", "negations"))

    def fates(self) -> dict[int, Harm]:
        """Harm by the index of the mention, in order; people of whom no harm is told are left out."""
        told: dict[int, Harm] = {}
        for index, mention in enumerate(self._mentions):
            if (harm := self._fate(mention, told, index)) is not None:
                told[index] = harm
        return told

    def is_subject(self, mention: PersonMention) -> bool:
        """Whether a verb of harm itself is told of the person ("A died and was mourned"), not only that somebody mourns them."""
        return self._own_clause(mention) is not None or self._as_subject(mention)[1] is not None

    def quoted(self, mention: PersonMention) -> bool:
        """Whether the mention stands within quotation marks."""
        return self._quoted[mention.first]

    def _fate(self, mention: PersonMention, told: dict[int, Harm], index: int) -> Harm | None:
        barred = mention.possessor or mention.alias or self._quoted[mention.first] or (mention.single and mention.age is None)
        if self._bare_list and mention.name and not barred:
            return Harm.KILLED
        if (harm := self._own_clause(mention)) is not None:
            return harm
        if is_bystander(self._tokens, self._rules, mention):
            return None
        if mention.possessor or mention.alias or self._one_of_them_speaks(index) or self._only_referred_to(mention) or self._saved(mention):
            return None
        if mention.name and mention.single and mention.age is None and mention.kin is None and not self._follows_victim(index, told):
            return None
        settled, harm = self._as_subject(mention)
        if settled:
            return harm
        return self._as_object(mention, index, told) or self._as_listed(mention)

    def _own_clause(self, mention: PersonMention) -> Harm | None:
        """The harm in a clause of the name's own: "A, who was killed in the strike", "A, reportedly killed in the strike, was ..."."""
        tokens, rules, at = self._tokens, self._rules, mention.right + 1
        if not mention.name or mention.alias or mention.possessor or at + 2 >= len(tokens):
            return None
        if mention.age is not None and rules.has("who", tokens[at].lower):
            at -= 1  # "12-year-old A who was killed"
        elif tokens[at].text != ",":
            return None
        if rules.has("who", tokens[at + 1].lower):
            aux = rules.has("auxiliaries", tokens[at + 2].lower)
            bare = mention.single or (mention.age is None and self._only_referred_to(mention))  # "the widow of A, who was killed in 2009"
            return self._after_auxiliary(at + 2)[1] if aux and not bare else None
        look = at + 1
        while look < len(tokens) - 1 and rules.has("adverbs", tokens[look].lower):
            look += 1
        ends = look + 1 < len(tokens) and (rules.has("at_or_by", tokens[look + 1].lower) or tokens[look + 1].text == ",")
        return self._harm(look) if ends and rules.has("passive", tokens[look].lower) and rules.has("active", tokens[look].lower) else None

    def _as_listed(self, mention: PersonMention) -> Harm | None:
        """Names with ages in a row are lists of victims, where nothing else is told of them: nobody gives the ages of those who tell."""
        named = mention.name and mention.age is not None and not mention.single and not self._quoted[mention.first]
        return Harm.KILLED if named and self._listed >= _LEAST_LISTED and not self._tells_otherwise else None

    def _is_bare_list(self) -> bool:
        """Whether the sentence has no verb and names three people or more, with their kin: "His wife A, their son B, and her mother C."."""
        named = [mention for mention in self._mentions if mention.name and not (mention.single or mention.alias)]
        full = [mention for mention in named if not self._tokens[mention.last].lower.endswith("'s")]
        if len(full) < _LEAST_IN_BARE_LIST or not any(mention.kin is not None or mention.age is not None for mention in full):
            return False
        verbs = ("auxiliaries", "speech", "saved", "passive", "injured", "killed", "telling", "mourning")
        return not any(
            token.kind is TokenKind.WORD and (
                self._is_other_verb(token.lower) or any(self._rules.has(name, token.lower) for name in verbs)
            )
            for at, token in enumerate(self._tokens) if at not in self._mention_at and not self._quoted[at]
        )

    def _follows_victim(self, index: int, told: dict[int, Harm]) -> bool:
        """Whether the mention right before, over a comma or "and", is a victim: "his sons Walid (50), Ihsan and Saeed"."""
        if index - 1 not in told:
            return False
        before = self._mentions[index - 1]
        between = self._tokens[before.right + 1 : self._mentions[index].left]
        return len(between) <= 3 and all(self._rules.has("joins", token.lower) or token.text in _QUOTES for token in between)

    def _one_of_them_speaks(self, index: int) -> bool:
        """Whether the person tells, or stands in a list of names whose last one does: "A, B and C offering condolences"."""
        at = index
        while at + 1 < len(self._mentions) and self._mentions[at + 1].name and self._joined(self._mentions[at], self._mentions[at + 1]):
            at += 1
            if at - index >= _MOST_TELLING:
                break
        return self._speaks(self._mentions[index]) or self._tells_after(self._mentions[at])

    def _tells_after(self, mention: PersonMention) -> bool:
        after = mention.right + 1
        if after < len(self._tokens) and self._rules.has("telling", self._tokens[after].lower):
            return True
        return self._tells(after) and not self._rules.has("active", self._tokens[after].lower)

    def _speaks(self, mention: PersonMention) -> bool:
        """Whether the person tells, posts or mourns: a verb of telling right after, or "by", "user", "according to" right before."""
        at = mention.right + 1
        if at < len(self._tokens) and self._tokens[at].text == ",":
            past = self._past_aside(at)
            if at + 1 < len(self._tokens) and self._rules.has("who", self._tokens[at + 1].lower) and self._tells(at + 2):
                return True  # "relatives of the dead, including A, who told reporters"
            if past is None and self._tells(at + 1) and not self._rules.has("active", self._tokens[at + 1].lower):
                return True
            at = self._skip_aside(at)
        for look in range(at, min(at + 3, len(self._tokens))):
            token = self._tokens[look]
            if self._rules.has("background", token.lower) and self._rules.has("before_speech", self._tokens[look - 1].lower):
                break
            if self._rules.has("speech", token.lower) and not self._rules.has("before_speech", token.lower):
                return self._tells(look)
            if token.kind is not TokenKind.WORD or not self._rules.has("before_speech", token.lower):
                break
        if self._tokens[max(mention.left - 1, 0)].text == "," and self._is_told_of(mention):
            return False  # "a neighbour, A, was killed"
        back = mention.left - 1
        while back >= 0 and (self._tokens[back].text in _BEFORE_NAMES or self._rules.has("possessives", self._tokens[back].lower)):
            back -= 1
        aged = mention.age is not None
        if aged and (self._rules.has("spoken_of", self._tokens[max(back, 0)].lower) or (back > 1 and self._passive_before(back - 1))):
            return False  # "a post named 34-year-old A", "who was a photographer, 27-year-old A"
        return back >= 0 and self._rules.has("not_after", self._tokens[back].lower)

    def _is_told_of(self, mention: PersonMention) -> bool:
        """Whether an auxiliary and its harm follow the name at once: "A was killed", "A, was also killed"."""
        at = mention.right + 1
        at += at < len(self._tokens) and self._tokens[at].text == ","
        return self._passive_before(at + 1) and self._after_auxiliary(at)[1] is not None

    def _tells(self, at: int) -> bool:
        if at >= len(self._tokens) or loses_life(self._tokens, at, self._rules):
            return False
        if any(self._rules.has(name, token.lower) for token in self._tokens[at + 1 : at + 2] for name in ("auxiliaries", "intransitive")):
            return False  # "had been killed", "had died"
        return self._rules.has("speech", self._tokens[at].lower) and not self._passive_before(at)

    def _passive_before(self, at: int) -> bool:
        return at <= len(self._tokens) and self._tokens[at - 1].lower in self._rules.words["auxiliaries"]

    def _skip_aside(self, at: int) -> int:
        """Past one aside: ", a cousin of the victim," or a parenthesis."""
        tokens = self._tokens
        goes_on = at + 1 < len(tokens) and self._rules.has("connectors", tokens[at + 1].lower)  # ", as well as": no aside
        if at < len(tokens) and tokens[at].text == "," and not goes_on and not any(step in self._mention_at for step in (at + 1, at + 2)):
            for look in range(at + 1, min(at + 14, len(tokens))):
                if tokens[look].text == "," and look > at + 1:
                    return look + 1
                if tokens[look].lower in self._rules.trigger_words or tokens[look].text in (";", "."):
                    break
        return at

    def _only_referred_to(self, mention: PersonMention) -> bool:
        """ "The house of A", "brother of A", "A's"; but "the death of A" and "the names of A and B" are of victims."""
        tokens, rules = self._tokens, self._rules
        back = mention.left - 1
        for _ in range(3):
            if back >= 1 and mention.name and rules.has("determiners", tokens[back].lower):
                back -= 1
        if back >= 1 and rules.has("of", tokens[back].lower):
            if tokens[back - 1].lower in rules.numbers and not rules.has("articles", tokens[back - 1].lower):
                return False  # "two of their daughters, A and B"
            return not rules.has("of_victims", tokens[back - 1].lower)
        if not mention.name and back >= 0 and (rules.has("references", tokens[back].lower) or rules.has("not_after", tokens[back].lower)):
            return True
        if mention.name or mention.right + 1 >= len(tokens):
            return False
        after = tokens[mention.right + 1].lower
        return after.endswith("'s") or rules.has("after_name", after) or rules.has("of", after)

    def _saved(self, mention: PersonMention) -> bool:
        near = list(self._tokens[max(0, mention.left - _NEAR) : mention.left])
        while any(self._rules.has("breaks", token.lower) for token in near):
            near.pop(0)
        after = self._tokens[mention.right + 1 : mention.right + 1 + _NEAR + 4]
        stop = next((at for at, token in enumerate(after) if token.text in (",", ";", ".") and at > 0), len(after))
        return any(self._rules.has("saved", token.lower) for token in (*near, *after[:stop]))

    def _harm(self, at: int) -> Harm | None:
        return harm_told(self._tokens, at, self._rules)

    def _as_subject(self, mention: PersonMention) -> tuple[bool, Harm | None]:
        """Read on over the rest of a list to "were killed", "was among those injured", "died"; whether that settles it, and the harm."""
        tokens, rules = self._tokens, self._rules
        end = min(len(tokens), mention.right + _REACH_RIGHT)
        at = mention.right + 1
        while at < end:
            if at in self._mention_at and self._mention_at[at] is not mention:
                at = max(self._mention_at[at].right, at) + 1
                continue
            token = tokens[at]
            word = token.lower
            if word in rules.words["auxiliaries"]:
                return self._after_auxiliary(at)
            if rules.has("who", word):
                past = self._past_clause(at, end)
                if past is not None:
                    at = past
                    continue
                clause = at + 1 < end and tokens[at + 1].lower in rules.words["auxiliaries"]
                if clause and self._after_auxiliary(at + 1)[1] is None:
                    return False, None  # "who were not named": of the last one alone
            if rules.has("passive", word):
                if self._among_those(at):
                    return True, self._harm(at)
                later = any(tokens[look].lower in rules.words["auxiliaries"] for look in range(max(0, at - 2), at))
                later = later or told_as(tokens, at, rules)
                harm = self._harm(at) if later or rules.has("intransitive", word) else None
                return harm is not None, harm
            if token.text in _QUOTES and (close := self._short_quote(at)) is not None:
                at = close + 1
                continue
            if token.text in _DASHES and not self._rules.has("joins", tokens[at - 1].lower):
                close = at if self._goes_on(at + 1) else self._closing_dash(at)
                if close is None and not any(look in self._mention_at for look in (at + 1, at + 2)):
                    return False, None  # no list follows: another clause
                at = (at if close is None else close) + 1
                continue
            if rules.has("naming", word) and at + 1 in self._mention_at:
                at += 1  # "a relative called A"
                continue
            if rules.has("among", word) and (harm := self._those_harmed(at)) is not None:
                return True, harm
            if (past := self._past_aside(at)) is not None:
                at = past
                continue
            if token.text == "(":
                at = next((look for look in range(at, end) if tokens[look].text == ")"), end) + 1
                continue
            if token.text in (";", ".", ":") or token.text in _QUOTES or word in rules.words["breaks"]:
                return False, None
            if loses_life(tokens, at, rules):
                return True, Harm.KILLED
            dies = at + 1 < end and rules.has("intransitive", tokens[at + 1].lower)  # "had died"
            if (rules.has("speech", word) and not dies) or rules.has("saved", word) or self._is_other_verb(word):
                return False, None
            at += 1
        return False, None

    def _short_quote(self, at: int) -> int | None:
        """The closing mark of a nickname in quotes that begins here: A “Abu B”."""
        near = range(at + 1, min(at + _LONGEST_NICKNAME, len(self._tokens)))
        close = next((look for look in near if self._tokens[look].text in _QUOTES), None)
        fathers = close is not None and self._rules.has("fathers", self._tokens[at + 1].lower)
        if close is not None and close - at == 2 and self._tokens[close + 1 : close + 2] and close + 1 in self._mention_at:
            return close  # "and “neighbour” B"
        return close if fathers else None

    def _goes_on(self, at: int) -> bool:
        """Whether the clause goes on with its verb here: behind the second dash of "his sons – A and B – were killed"."""
        while at < len(self._tokens) - 1 and self._rules.has("adverbs", self._tokens[at].lower):
            at += 1
        word = self._tokens[at].lower if at < len(self._tokens) else ""
        return any(self._rules.has(name, word) for name in ("auxiliaries", "passive", "among")) or word == "had"

    def _closing_dash(self, at: int) -> int | None:
        """The second dash of "A – a nurse – was killed" that begins here."""
        near = range(at + 1, min(at + _LONGEST_ASIDE, len(self._tokens)))
        return next((look for look in near if self._tokens[look].text in _DASHES), None)

    def _those_harmed(self, at: int) -> Harm | None:
        """The harm in "among those reported to have died" that begins here."""
        return next((harm for look in range(at + 1, min(at + 7, len(self._tokens))) if (harm := self._harm(look)) is not None), None)

    def _past_aside(self, at: int) -> int | None:
        """Past ", described as a kind man," or ", referred to only as Umm X," where the clause then goes on with an auxiliary or a name."""
        tokens, rules = self._tokens, self._rules
        if tokens[at].text != "," or at + 1 >= len(tokens) or at + 1 in self._mention_at:
            return None
        begin = at + 1
        while begin < len(tokens) - 1 and rules.has("adverbs", tokens[begin].lower):
            begin += 1
        if not (rules.has("speech", tokens[begin].lower) and tokens[begin].lower.endswith(rules.past_tense_ending or " ")):
            return None
        for look in range(begin + 1, min(at + _LONGEST_ASIDE, len(tokens))):
            word = tokens[look].lower
            if word == ",":
                goes_on = tokens[look + 1 : look + 2]
                return look + 1 if goes_on and rules.has("auxiliaries", goes_on[0].lower) else None
            if word in rules.trigger_words or tokens[look].text in (";", ":", "."):
                return None
        return None

    def _past_clause(self, at: int, end: int) -> int | None:
        """Past ", who was an imam at the mosque," where the clause tells no harm; None where it does or does not close."""
        for look in range(at + 1, min(at + _LONGEST_CLAUSE, end)):
            word = self._tokens[look].lower
            if word in self._rules.trigger_words or self._tokens[look].text in (";", ":", "."):
                return None
            if word == ",":
                return look + 1
        return None

    def _among_those(self, at: int) -> bool:
        """ "A, B and C as among those killed"."""
        return any(self._rules.has("among", token.lower) for token in self._tokens[max(0, at - 3) : at])

    def _is_other_verb(self, word: str) -> bool:
        """Whether the word is likely a finite verb of something else, by its ending."""
        return self._is_past(word) and not self._rules.has("not_verbs", word)

    def _after_auxiliary(self, at: int) -> tuple[bool, Harm | None]:
        """The harm in "was also reportedly killed", "were among the dead"; settled without one for "was not killed"."""
        tokens, rules = self._tokens, self._rules
        for look in range(at + 1, min(at + 16, len(tokens))):
            word = tokens[look].lower
            if rules.has("negations", word) or rules.has("saved", word) or rules.has("either", word):
                return True, None
            if rules.has("remembered", word):
                return True, Harm.KILLED
            if rules.has("passive", word):
                harm = self._harm(look)
                after = tokens[look + 1 : look + 3]
                unclear = len(after) == 2 and rules.has("either", after[0].lower) and self._harm(look + 2) not in (None, harm)
                if harm is Harm.INJURED and self._dies_of_it(look + 1):
                    harm = Harm.KILLED
                return True, None if unclear else harm
            if rules.verb_final and not rules.has("breaks", word) and tokens[look].text not in (",", ".", ";"):
                continue
            aged = tokens[look].kind is TokenKind.NUMBER or rules.has("year_words", word) or rules.has("old_words", word)
            if look in self._mention_at or not (aged or rules.has("between", word) or rules.has("auxiliaries", word)):
                return False, None
        return False, None

    def _dies_of_it(self, at: int) -> bool:
        """Whether the clause goes on with a death: "was wounded and later died in hospital"."""
        tokens, rules = self._tokens, self._rules
        for look in range(at, min(at + _DEATH_REACH, len(tokens) - 1)):
            if look in self._mention_at or tokens[look].text in (".", ";", ":") or rules.has("breaks", tokens[look].lower):
                return False
            if rules.has("joins", tokens[look].lower):
                after = look + 1
                while after < len(tokens) - 1 and rules.has("adverbs", tokens[after].lower):
                    after += 1
                if rules.has("intransitive", tokens[after].lower):
                    return True
        return False

    def _as_object(self, mention: PersonMention, index: int, told: dict[int, Harm]) -> Harm | None:
        """Read back to the word of harm that opens the list in which the person stands."""
        tokens, rules = self._tokens, self._rules
        before = self._mentions[index - 1] if index else None
        if before is not None and self._joined(before, mention) and index - 1 in told:
            return told[index - 1]
        owner = next((at for at in range(index - 1, max(-1, index - 4), -1) if at in told), None)
        if owner is not None and self._relative_of(self._mentions[owner], mention):
            return told[owner]
        if not self._tells_otherwise and added_to_dead(tokens, mention, rules):
            return Harm.KILLED
        connected = False
        floor = max(0, mention.left - _REACH_LEFT)
        at = mention.left - 1
        plain = 0
        while at >= floor:
            other = self._mention_at.get(at)
            if other is not None and other is not mention:
                plain_name = other.name and not (other.alias or other.possessor or other.single)
                if plain_name and other.left <= at and self._number[other.first] not in told and self._joined(other, mention):
                    return None  # it stands in a list whose names before it are no victims
                at = min(other.left, at) - 1
                plain = 0
                continue
            word = tokens[at].lower
            if tokens[at].text == ":" and not self._quoted[at]:
                return self._opened_by_colon(at)
            harm = self._harm(at)
            if harm is not None and self._quoted[at] == self._quoted[mention.first]:
                return self._opened_by(at, mention, harm, connected)
            if rules.has("breaks", word) and tokens[at].text != ";":
                return None
            tells = rules.has("speech", word) and not rules.has("connectors", word) and not describes_noun(tokens, at, rules)
            if tells or rules.has("saved", word):
                return None
            connected = connected or rules.has("connectors", word)
            if rules.has("references", word) and not connected and word not in rules.kin:
                return None
            plain += tokens[at].kind is TokenKind.WORD and not rules.has("connectors", word)
            at -= 1
        if self._opened is not None and plain <= 3:
            return self._opened
        ahead = tokens[floor : mention.first]
        named = any(rules.has("list_openers", token.lower) for token in ahead)
        of_people = any(rules.has("those_named", token.lower) for token in ahead)
        if connected and named and (mention.age is not None or of_people) and not self._tells_otherwise:
            return Harm.KILLED
        return None

    def _is_past(self, word: str) -> bool:
        return bool(self._rules.past_tense_ending) and word.endswith(self._rules.past_tense_ending)

    def _relative_of(self, one: PersonMention, other: PersonMention) -> bool:
        """ "A, a lecturer in the city, and his son, B": what befell A befell B, where nothing else is told between them."""
        if other.kin is None or not self._rules.has("possessives", self._tokens[max(other.left - 1, 0)].lower):
            return False
        between = self._tokens[one.right + 1 : other.left]
        others = ("speech", "saved", "breaks", "passive", "auxiliaries", "injured", "who")
        return len(between) <= _LONGEST_CLAUSE and not any(self._rules.has(name, token.lower) for token in between for name in others)

    def _opened_by_colon(self, colon: int) -> Harm | None:
        """The harm of a list of names behind a colon, by the words before it: "the victims were identified as:"."""
        before = self._tokens[max(0, colon - _REACH_LEFT) : colon]
        if self._who_tells(colon):
            return None
        harms = [harm for harm in map(self._harm, range(max(0, colon - _REACH_LEFT), colon)) if harm is not None]
        if Harm.KILLED in harms:
            return Harm.KILLED
        if harms:
            return harms[0]
        return Harm.KILLED if any(self._rules.has("list_openers", token.lower) for token in before) else None

    def _joined(self, one: PersonMention, other: PersonMention) -> bool:
        between = self._tokens[one.right + 1 : other.left]
        small = (self._rules.words["joins"], self._rules.words["possessives"], self._rules.words["determiners"])
        return len(between) <= _MOST_BETWEEN and all(
            any(token.lower in words for words in small) or token.lower.endswith("'s") for token in between
        )

    def _opened_by(self, at: int, mention: PersonMention, harm: Harm, connected: bool) -> Harm | None:
        tokens, rules = self._tokens, self._rules
        if any(rules.has("negations", tokens[look].lower) for look in range(max(0, at - 3), at)):
            return None
        if self._who_tells(at) or any(rules.has("linking", token.lower) for token in tokens[max(0, at - _NEAR) : at]):
            return None
        distance = sum(token.kind is TokenKind.WORD for token in tokens[at + 1 : mention.left])
        passive = any(tokens[look].lower in rules.words["auxiliaries"] for look in range(max(0, at - 3), at))
        if not passive and rules.has("active", tokens[at].lower) and distance <= _NEAR:
            return harm
        aged = mention.name and mention.age is not None and not mention.single
        if passive and aged and self._stands_beside(at, mention):
            return harm  # "two nephews were killed, nine-year-old A and a girl named B"
        of_whom = at + 1 < len(tokens) and rules.has("of_victims", tokens[at].lower) and rules.has("of", tokens[at + 1].lower)
        spoken = any(rules.has("speech", token.lower) for token in tokens[at + 1 : mention.left])
        if of_whom and aged and distance <= _LONGEST_TITLE and not spoken:
            return harm
        return harm if connected else None

    def _stands_beside(self, at: int, mention: PersonMention) -> bool:
        """Whether only a comma stands between the word of harm and the mention with its age."""
        return [token.text for token in self._tokens[at + 1 : mention.left]] == [","]

    def _who_tells(self, end: int) -> bool:
        """ "Those who posted the names of the dead included A"."""
        tokens, rules = self._tokens, self._rules
        since = range(max(1, end - _REACH_LEFT), end)
        tells = [look for look in since if rules.has("speech", tokens[look].lower) and rules.has("who", tokens[look - 1].lower)]
        return any(all(token.text != ")" for token in tokens[look:end]) for look in tells)
