"""From a statement to its sentence: links into an article mark the sentence they mean, on the real site."""

import pytest
from browser import chromium, the_server, the_site, visiting  # noqa: F401 (fixtures)

MARKED = """() => {
  const colour = (element) => getComputedStyle(element).backgroundColor;
  const [marked] = document.querySelectorAll(":target");
  const others = [...document.querySelectorAll("#content span[id]:not(:target)")];
  return {
    text: marked.textContent, colour: colour(marked), others: [...new Set(others.map(colour))],
    seen: marked.getBoundingClientRect().top >= document.querySelector(".masthead").getBoundingClientRect().bottom,
  };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("record", ["countries/pk/", "topics/armed-groups/", "entities/uyghurs/"])
def test_a_sentence_of_a_record_leads_to_itself(browser, server, scheme, record):
    """The last sentence listed on a record's page opens the article at that sentence, and it alone is marked."""
    with visiting(browser, server, color_scheme=scheme) as visit:
        visit.go(record)
        sentence = visit.page.locator('.mentions a[href*="#s"]:visible').last
        words = sentence.inner_text()
        sentence.click()
        visit.page.locator(":target").wait_for()
        marked = visit.page.evaluate(MARKED)
        assert words == marked["text"]
        assert marked["seen"]
        assert len(marked["others"]) == 1
        assert marked["colour"] not in marked["others"]
        assert [] == visit.faults


def test_the_numbers_of_a_name_lead_to_its_sentences(browser, server):
    """On an article's page a name opens by what words it was found, and a number there marks its sentence."""
    with visiting(browser, server) as visit:
        visit.go("articles/china-fears-etim-revival/")
        name = visit.page.locator(".names a", has_text="Abdul Haq")
        control = name.locator("xpath=following-sibling::details[1]")
        assert not control.locator("a").first.is_visible()
        control.locator("summary").click()
        assert "“Memet Amin Memet” 9" in control.inner_text()
        control.locator("a").first.click()
        assert "Abdul Haq" in visit.page.locator(":target").inner_text()
        assert [] == visit.faults
