"""The well-known names: each line is a good record, and no name belongs to two."""

from collections import Counter

from generator.countries import all_countries
from generator.formats.authorities import read_authorities
from generator.formats.record_blocks import record_text
from generator.suggest.wellknown import country_names, well_known
from generator.words import fold


def test_every_line_is_a_record_that_an_authority_file_may_hold():
    """What would be proposed can be read back, and countries are codes that exist."""
    records = [one.record for one in well_known()]
    text = "\n".join(record_text(record) for record in records)
    found, problems = read_authorities(text.encode(), "wellknown.yml")
    assert ((), records) == (problems, list(found.values()))
    assert {record.country for record in records if record.country} <= {key.upper() for key in all_countries()}
    assert country_names().keys() <= {key.upper() for key in all_countries()}


def test_no_name_belongs_to_two_records():
    """An alias of two records would name neither; where it counts only in articles on a country, of that country."""
    names = Counter(
        (name, one.record.country if doubtful else "")
        for one in well_known()
        for doubtful, of_sort in ((False, (one.record.label, *one.record.aliases)), (True, one.doubtful))
        for name in {fold(n) for n in of_sort}
    )
    assert [] == [name for name, number in names.items() if number > 1]


def test_ids_are_unique():
    """Each label gives an id of its own."""
    ids = Counter(one.record.id for one in well_known())
    assert [] == [key for key, number in ids.items() if number > 1]
