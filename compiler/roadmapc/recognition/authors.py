"""Who issues an act and who signs it: as its blank, its marks and its signatures name them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from roadmapc.language.inflection import inflected
from roadmapc.language.nominative import name_of
from roadmapc.model.act import ActKind, Gender
from roadmapc.recognition.account import Account, Question
from roadmapc.recognition.directory import Directory
from roadmapc.recognition.head import Head
from roadmapc.recognition.lines import Words
from roadmapc.recognition.marks import AppendixMark
from roadmapc.recognition.people import POST, recorded
from roadmapc.recognition.signing import Signature, Signing

_STEMS = "|".join(kind.removesuffix("е") for kind in ActKind)
_ACT = re.compile(rf"(?:(?:к|ко)\s+)?(?:{_STEMS})[а-яё]*\s*", re.IGNORECASE)
_JOINT = re.compile(r"(?:ем|ют|или)$", re.IGNORECASE)
_GENDERS = {"решил": Gender.MASCULINE, "решила": Gender.FEMININE, "решило": Gender.NEUTER}


class Issuer(NamedTuple):
    """Who speaks and who signs, by their names in the directory."""

    authors: tuple[str, ...]
    names: tuple[str, ...]
    """As the act speaks of the authors."""
    genitive: str
    """Whose act it is: «управления образования»; empty if no mark says so."""
    signatories: tuple[str, ...]
    is_official: bool
    """Whether the blank is that of an official."""


class Writer:
    """Finds them and records them in the directory."""

    def __init__(self, account: Account, directory: Directory) -> None:
        """Records go into `directory`."""
        self._account = account
        self._directory = directory

    def issuer(self, head: Head, signing: Signing, marks: Sequence[AppendixMark]) -> Issuer:
        """Everything that the document says of its issuer."""
        genitive = next(filter(None, map(_whose, marks)), "")
        names = self._names(head, signing, genitive)
        signatures = signing.signatures
        is_joint = _is_joint(head, signing) and len(names) >= len(signatures) > 1
        count = len(signatures) if is_joint else 1
        above, own = names[:-count], names[-count:]
        self._directory.called(" ".join(above) or own[0])
        genitives = _parted(genitive, count)
        # a blank of an official is signed without his post, which the blank names
        is_signed_bare = bool(signatures) and not any(each.post.text for each in signatures)
        is_official = count == 1 and bool(POST.match(own[0])) and is_signed_bare
        if is_official:
            of_post = genitives[0] or self._genitive(own[0])
            body = self._directory.body(" ".join(above) or own[0])
            signatories = [
                self._signed(each, own[0], of_post, body, number) for number, each in enumerate(signatures)
            ]
            authors = signatories[:1]
        else:
            gender = _GENDERS.get(head.operative.text.rstrip(" :").lower(), "")
            authors = [
                self._directory.body(
                    name,
                    genitive=of or self._genitive(name),
                    gender=str(gender) if head.kind is ActKind.DECISION else "",
                )
                for name, of in zip(own, genitives, strict=True)
            ]
            bodies = authors if is_joint else authors * len(signatures)
            signatories = [
                self._signed(each, "", "", body, number)
                for number, (each, body) in enumerate(zip(signatures, bodies, strict=True))
            ]
        return Issuer(tuple(authors), tuple(own), genitive, tuple(signatories), is_official)

    def _names(self, head: Head, signing: Signing, genitive: str) -> list[str]:
        """The lines of the blank; of a blank without them, what the marks or the post say."""
        for words in head.authors:
            self._account.take(*words.spans)
        if head.authors:
            return [words.text for words in head.authors]
        posts = [each.post.text.split(" ", 1)[-1] for each in signing.signatures if " " in each.post.text]
        found = [each for each in (genitive, *posts) if each]
        proposal = next(
            filter(None, (name_of(each, "genitive") for each in found)),
            found[0] if found else "Орган, издавший акт",
        )
        question = "на бланке не назван орган, который издал акт; как он называется?"
        return [
            self._account.decide(
                Question("author.name", "бланк", question, proposal, tuple(found), ("order", "author"))
            )
        ]

    def _genitive(self, name: str) -> str:
        """Of a body that no mark names; asked for, since a dictionary may be wrong about names."""
        proposal = inflected(name, "genitive") or inflected(name.lower(), "genitive") or name
        question = f"как назвать «{name}» в родительном падеже: «к приказу …»?"
        return self._account.decide(Question("author.genitive", "бланк", question, proposal))

    def _signed(self, signature: Signature, post: str, genitive: str, body: str, number: int) -> str:
        """An official with his post."""
        self._account.take(*signature.post.spans, *signature.name.spans)
        name = recorded(signature.name.text) or self._asked(signature.name, number)
        known = signature.post.text or post
        if not known:
            question = f"под документом только имя «{signature.name.text}»; какова должность?"
            asked = Question(f"signatory.{number + 1}.post", signature.name.where, question, "Руководитель")
            known = self._account.decide(asked)
        fields = {"post": known, "post_genitive": genitive, "body": body}
        return self._directory.official(name, **{field: words for field, words in fields.items() if words})

    def _asked(self, name: Words, number: int) -> str:
        """A name without two initials, which the directory keeps."""
        surname = max(name.text.replace(".", " ").split(), key=len, default="Фамилия")
        initials = [word[0] for word in name.text.replace(".", " ").split() if word != surname]
        proposal = f"{surname} {(initials or ['_'])[0]}. {(initials[1:] or ['_'])[0]}."
        question = f"как записать подписавшего «{name.text}»: фамилия и два инициала?"
        return self._account.decide(Question(f"signatory.{number + 1}", name.where, question, proposal))


def _is_joint(head: Head, signing: Signing) -> bool:
    """Whether several bodies speak; a decision is one body's, though its chairman and the head sign it."""
    if head.kind is ActKind.DECISION:
        return False
    word = head.operative.text.replace(" ", "").rstrip(":")
    is_plural = bool(_JOINT.search(word)) and not word.lower().endswith(("приказываю", "постановляю"))
    return len(signing.signatures) > 1 and (is_plural or "/" in head.number.text)


def _whose(mark: AppendixMark) -> str:
    """«управления образования» of «к приказу управления образования»."""
    found = _ACT.match(mark.act.text)
    return mark.act.text[found.end() :].strip(" ,.") if found else ""


def _parted(genitive: str, count: int) -> list[str]:
    """The genitive of each author of a joint act."""
    if count == 1:
        return [genitive]
    parts = re.split(r"\s+и\s+|,\s+", genitive)
    return parts if len(parts) == count else [""] * count
