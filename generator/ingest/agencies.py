"""News agencies by the forms in which texts credit them; the ids are those that their authority records get."""

from __future__ import annotations

from functools import cache

import msgspec

from generator.model import Record, RecordId


class Agency(msgspec.Struct, frozen=True):
    """A news agency: its id, its name, and the other forms under which it is credited."""

    id: str
    label: str
    forms: tuple[str, ...]

    @property
    def record(self) -> Record:
        """The authority record to propose for it."""
        return Record(id=RecordId(self.id), kind="outlet", label=self.label, aliases=self.forms)


AGENCIES = (
    Agency("aap", "Australian Associated Press", ("AAP",)),
    Agency("afp", "Agence France-Presse", ("AFP", "Agence France Presse")),
    Agency("anadolu", "Anadolu Agency", ("Anadolu", "Anadolu Ajansi", "AA")),
    Agency("ani", "ANI", ("Asian News International", "ANI News")),
    Agency("ansa", "ANSA", ("Agenzia ANSA",)),
    Agency("antara", "Antara", ("Antara News",)),
    Agency("associated-press", "Associated Press", ("AP", "The Associated Press", "AP News")),
    Agency("associated-press-of-pakistan", "Associated Press of Pakistan", ("APP",)),
    Agency("belga", "Belga", ("Belga News Agency",)),
    Agency("bernama", "Bernama", ()),
    Agency("bloomberg", "Bloomberg", ("Bloomberg News",)),
    Agency("bss", "Bangladesh Sangbad Sangstha", ("BSS",)),
    Agency("canadian-press", "The Canadian Press", ("Canadian Press", "CP")),
    Agency("central-news-agency", "Central News Agency", ("CNA",)),
    Agency("china-news-service", "China News Service", ("CNS",)),
    Agency("dpa", "dpa", ("DPA", "Deutsche Presse-Agentur", "dpa international")),
    Agency("efe", "EFE", ("Agencia EFE",)),
    Agency("ians", "IANS", ("Indo-Asian News Service",)),
    Agency("inter-press-service", "Inter Press Service", ("IPS",)),
    Agency("interfax", "Interfax", ()),
    Agency("irna", "IRNA", ("Islamic Republic News Agency",)),
    Agency("jiji-press", "Jiji Press", ("Jiji",)),
    Agency("kcna", "KCNA", ("Korean Central News Agency",)),
    Agency("kyodo", "Kyodo News", ("Kyodo",)),
    Agency("lusa", "Lusa", ("Agência Lusa",)),
    Agency("nna", "National News Agency", ("NNA",)),
    Agency("pa-media", "PA Media", ("PA", "Press Association")),
    Agency("pti", "PTI", ("Press Trust of India",)),
    Agency("reuters", "Reuters", ("Reuter", "Thomson Reuters", "Reuters News Agency")),
    Agency("ria-novosti", "RIA Novosti", ("RIA", "Sputnik")),
    Agency("tass", "TASS", ("ITAR-TASS", "Itar-Tass")),
    Agency("unb", "United News of Bangladesh", ("UNB",)),
    Agency("uni", "United News of India", ("UNI",)),
    Agency("upi", "United Press International", ("UPI",)),
    Agency("wam", "Emirates News Agency", ("WAM",)),
    Agency("xinhua", "Xinhua", ("Xinhua News Agency", "Xinhua news agency", "Xinhuanet")),
    Agency("yonhap", "Yonhap", ("Yonhap News Agency", "Yonhap News")),
)

_CASELESS_FROM = 5
"""Letters from which a form is recognised in any case; shorter ones are words too ("uni", "pa")."""


@cache
def _by_form() -> dict[str, Agency]:
    forms: dict[str, Agency] = {}
    for agency in AGENCIES:
        for form in (agency.label, *agency.forms):
            forms[form] = agency
            if len(form) >= _CASELESS_FROM:
                forms[form.casefold()] = agency
    return forms


def known_agency(name: str) -> Agency | None:
    """Give the agency that a name credits, or None."""
    printed = name.strip(" .,;:()[]-–—")
    return _by_form().get(printed) or _by_form().get(printed.casefold())
