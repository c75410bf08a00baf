"""One group in partnership, in the middle of its five steps. The group and everything about it are made up; nobody in
it has a name."""

import datetime as dt

from sqlalchemy.orm import Session

from training.accounts.person import FACILITATOR, SUPERVISOR, Person
from training.partnerships import evaluation, groups, plan, profile, support

SINCE = dt.timedelta(days=200)


def tell_partnership(session: Session, cast: dict[str, Person], at: dt.datetime) -> None:
    """Kelompok Lentera: assessed, with a plan, its facilitators learning, supported every few weeks, its first cards
    collected."""
    andreas, sari = cast["andreas"], cast["sari"]
    began = at - dt.timedelta(days=60)
    group_id = groups.open_group(
        session, andreas, name="Kelompok Lentera", professional="Lestari Manurung, M.Psi., Psikolog",
        since=(at - SINCE).date(), client_key="demo-lentera-open", at=began,
    )
    for name, part in (("sari", SUPERVISOR), ("ratna", FACILITATOR), ("made", FACILITATOR)):
        groups.add_person(session, andreas, group_id, cast[name].id, part, at=began)
    profile.assess(session, sari, group_id, PROFILE, client_key="demo-lentera-profile", at=at - dt.timedelta(days=52))
    plan.agree(
        session, sari, group_id, GOALS, (at + dt.timedelta(days=45)).date(), client_key="demo-lentera-plan",
        at=at - dt.timedelta(days=45),
    )
    for number, (days, form, themes, action) in enumerate(TALKS):
        when = at - dt.timedelta(days=days)
        support.log(
            session, sari, group_id, held_on=when.date(), form=form, themes=themes, action=action,
            client_key=f"demo-lentera-talk-{number}", at=when,
        )
    for number, (days, cards, counts) in enumerate(CARDS):
        evaluation.collect(
            session, andreas, group_id, cards=cards, counts=counts, client_key=f"demo-lentera-cards-{number}",
            at=at - dt.timedelta(days=days),
        )


PROFILE = {
    "purpose": "Saling menguatkan setelah masa yang berat. Untuk orang dewasa di satu kecamatan.",
    "openness": "closed", "size": "6-8", "ages": "mixed", "rhythm": "fortnightly",
    "place": "Ruang balai warga, pintunya bisa dikunci dari dalam.",
    "leading": "Dua fasilitator bergantian setiap pertemuan.",
    "agreement": "yes", "confidentiality": "Kesepakatan dibacakan bergantian di awal pertemuan.",
    "topics": "Tidur, batas dengan keluarga, kembali bekerja.",
    "strengths": "Saling menjemput, jarang ada yang datang sendirian\nAda yang pandai mencairkan suasana\n"
                 "Ruang tetap yang tertutup",
    "needs": "Jalur rujukan malam hari yang benar-benar mengangkat telepon\n"
             "Cara menanggapi saat suasana memanas\nUang transpor",
    "safety": "Grup pesan memakai nama yang netral dan pesan yang terhapus sendiri.",
    "referral": "partly", "load": "right", "wants": "Lebih banyak latihan menenangkan diri, lebih sedikit ceramah.",
    "seen": "Kelompok ini sudah saling menjaga. Yang paling menolong sekarang adalah jalur rujukan yang jelas.",
    "priorities": "Jalur rujukan\nLatihan saat suasana memanas\nTranspor",
}
GOALS = [
    {"what": "Perjanjian rujukan dengan puskesmas", "who": "Andreas", "state": "done"},
    {"what": "Latihan bersama: saat suasana memanas", "who": "Ratna dan Sari", "state": "underway"},
    {"what": "Dana transpor", "who": "Andreas", "state": "open"},
]
TALKS = (
    (40, "consultation", "Membuka pertemuan setelah libur panjang.", "Pembukaan lebih pendek, dicoba dua kali."),
    (19, "supervision", "Diam yang panjang, dan rasa tidak menolong.", "Dicoba: menunggu tiga napas sebelum menjawab."),
    (5, "supervision", "Membagi tugas memandu.", "Penutupan dipandu bergantian mulai pertemuan berikutnya."),
)
CARDS = (
    (26, 7, {"heard": {"yes": 6, "partly": 1}, "useful": {"yes": 5, "partly": 2}, "safe": {"yes": 7},
             "again": {"yes": 7}}),
    (12, 6, {"heard": {"yes": 5, "partly": 1}, "useful": {"yes": 5, "partly": 1}, "safe": {"yes": 6},
             "again": {"yes": 6}}),
)
