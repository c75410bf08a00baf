"""Step one: what the group needs and what it is strong in, put together with the group. The fields are our own; no free
validated standard was found (facts.md §7.2). Sizes and ages are bands, and every text is about the group as a whole."""

import dataclasses
import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import Person
from training.core.language import N_
from training.core.refusal import NotUnderstood
from training.partnerships import groups

KIND = "assessment"
LONGEST = 2000


@dataclasses.dataclass(frozen=True)
class Field:
    """One line of the profile. With `choices` one of them is picked, else it is a text; `is_list` means that each
    line of the text is an item. `label` and `hint` are messages to translate."""

    name: str
    label: str
    choices: dict[str, str] | None = None
    is_list: bool = False
    hint: str = ""


FIELDS = (
    Field("purpose", N_("Untuk apa kelompok ini, dan untuk siapa")),
    Field("openness", N_("Terbuka atau tertutup"), {
        "open": N_("terbuka, bisa datang kapan saja"), "closed": N_("tertutup, anggotanya tetap")}),
    Field("size", N_("Kira-kira berapa orang"), {
        "3-5": N_("3 sampai 5"), "6-8": N_("6 sampai 8"), "9-12": N_("9 sampai 12"), "13+": N_("13 atau lebih")}),
    Field("ages", N_("Usia"), {
        "young": N_("kebanyakan di bawah 30"), "middle": N_("kebanyakan 30 sampai 59"),
        "older": N_("kebanyakan 60 ke atas"), "mixed": N_("campuran")}),
    Field("rhythm", N_("Seberapa sering bertemu"), {
        "weekly": N_("seminggu sekali"), "fortnightly": N_("dua minggu sekali"), "monthly": N_("sebulan sekali"),
        "other": N_("belum tetap")}),
    Field("place", N_("Tempat bertemu"), hint=N_("Jenis tempatnya saja, tanpa alamat.")),
    Field("leading", N_("Siapa yang memandu, dan bagaimana bergantian")),
    Field("agreement", N_("Kesepakatan kelompok"), {
        "yes": N_("sudah ada"), "making": N_("sedang disusun"), "no": N_("belum ada")}),
    Field("confidentiality", N_("Bagaimana kerahasiaan dijaga sehari-hari")),
    Field("topics", N_("Hal yang sering dibicarakan"), hint=N_("Tema, bukan cerita orang.")),
    Field("strengths", N_("Kekuatan"), is_list=True,
          hint=N_("Ikatan, kebiasaan, keterampilan, penolong. Satu baris satu hal.")),
    Field("needs", N_("Kebutuhan"), is_list=True, hint=N_("Satu baris satu hal.")),
    Field("safety", N_("Hal yang perlu dijaga"),
          hint=N_("Tempat yang tertutup, gangguan dari luar, kebiasaan di grup daring.")),
    Field("referral", N_("Jalur rujukan dikenal"), {
        "yes": N_("ya, sudah pernah dicoba"), "partly": N_("sebagian"), "no": N_("belum")}),
    Field("load", N_("Beban fasilitator"), {
        "light": N_("ringan"), "right": N_("pas"), "heavy": N_("berat")}),
    Field("wants", N_("Yang diinginkan anggota"), hint=N_("Dari kartu tanpa nama. Ringkas bersama-sama.")),
    Field("seen", N_("Yang dilihat profesional mitra")),
    Field("priorities", N_("Tiga hal yang didahulukan"), is_list=True, hint=N_("Satu baris satu hal.")),
)
BY_NAME = {field.name: field for field in FIELDS}


class TooLittle(NotUnderstood):
    sentence = N_("Isi paling sedikit satu kekuatan dan satu kebutuhan, bersama kelompok.")


def texts(answers: dict[str, str]) -> str:
    """All free texts of a profile together, for looking through."""
    return "\n".join(answers.get(field.name, "") for field in FIELDS if not field.choices)


def assess(session: Session, actor: Person, group_id: int, answers: dict[str, str], *, client_key: str,
           at: dt.datetime) -> None:
    """Write a profile; the one before stays readable. Unknown fields and choices are left out. Refuses a profile
    without a strength or a need."""
    facts = {name: value.strip()[:LONGEST] for name, value in answers.items() if _fits(name, value)}
    if not (lines(facts.get("strengths")) and lines(facts.get("needs"))):
        raise TooLittle()
    groups.write(session, actor, group_id, KIND, facts, client_key=client_key, at=at)


def lines(text: str | None) -> list[str]:
    """The items of a list field."""
    return [line.strip(" -•\t") for line in (text or "").splitlines() if line.strip(" -•\t")]


def _fits(name, value) -> bool:
    field = BY_NAME.get(name)
    return bool(field and value.strip() and (not field.choices or value in field.choices))
