"""The pages of stories: their index, and for each story who published what when, which copy leads, and what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.addresses import section_page, story_page
from generator.dates import spoken
from generator.markup import Markup, element
from generator.pages.differences import differences
from generator.pages.dossier import dossier_link
from generator.pages.page import Page
from generator.pages.parts import (
    BETWEEN,
    article_item,
    badge,
    count,
    details,
    heading,
    in_pages,
    in_tongue,
    link,
    listing,
    paragraphs,
    snippet,
)
from generator.pages.tellers import letters, siglum, teller
from generator.pages.wording import as_list, changes
from generator.rights import in_full

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.addresses import PagePath
    from generator.corpus import Corpus
    from generator.model import ArticleId
    from generator.pages.tellers import Letters
    from generator.story import Story

STORIES_A_PAGE = 50
ARTICLES_A_PAGE = 50
COMPARED = 12
"""Articles whose names, figures and quotations are compared: the lead, the other texts, then copies."""
ROWS, MOST_ROWS = 30, 150
"""Rows of changed wording for one copy, and for all copies of a page."""
_BESIDE = 5
"""Other articles of a story that an article's page lists."""

ABOUT = "Copies of one text, and texts about one event: who published what when, and what differs."


def story_indexes(corpus: Corpus) -> Iterator[Page]:
    """Give the index of stories, by their newest article."""
    first = section_page("stories")
    for path, part, pager in in_pages(first, [*corpus.stories.values()], STORIES_A_PAGE):
        lead = Markup.escape(ABOUT) if path == first else Markup("")
        items = listing(_item(path, story, corpus) for story in part) or Markup.escape(
            "No two articles tell one story."
        )
        yield Page(path=path, kind="index", title="Stories", description=ABOUT, content=paragraphs(lead, items, pager))


def story_pages(story: Story, corpus: Corpus) -> Iterator[Page]:
    """Give the pages of a story: the first says what differs, the others go on listing its articles."""
    first = story_page(story.id)
    called = letters(story)
    lead = corpus.articles[story.lead].article
    for path, part, pager in in_pages(first, story.members, ARTICLES_A_PAGE):
        items = (teller(path, member, story, called, corpus) for member in part)
        differ = _what_differs(path, story, called, corpus) if path == first else []
        yield Page(
            path=path,
            kind="story",
            title=lead.front.title,
            description=f"Told by {_told_by(story, corpus)}.",
            tongue=in_tongue(lead.front.title, lead, corpus),
            content=paragraphs(
                element("p", BETWEEN.join((Markup("Story"), Markup.escape(_told_by(story, corpus)))), class_="meta"),
                heading("Who published what"),
                listing(items, "listing tellers"),
                element("p", dossier_link(path), class_="ways"),
                pager,
                *differ,
            ),
        )


def same_story(here: PagePath, article: ArticleId, corpus: Corpus) -> list[Markup]:
    """Give the part of an article's page that leads to its story and to the others that tell it."""
    if article not in corpus.story_of:
        return []
    story = corpus.stories[corpus.story_of[article]]
    others = [other for other in story.articles if other != article]
    items = (article_item(here, corpus.articles[other], corpus) for other in others[:_BESIDE])
    page = link(here, story_page(story.id), "who published what, and what differs")
    told = Markup("Told by {}: {}.").format(_told_by(story, corpus), page)
    return [heading("Same story"), element("p", told, class_="reason"), listing(items)]


def told_also(here: PagePath, article: ArticleId, corpus: Corpus) -> Markup:
    """Say in a line what part an article has in its story, as a link to the story; nothing where it has none."""
    if article not in corpus.story_of:
        return Markup("")
    story = corpus.stories[corpus.story_of[article]]
    member = next(member for member in story.members if member.article == article)
    told = f"told by {count(len(story.members), 'article')}"
    return badge(member.role, member.role.replace(" ", "-")) + " " + link(here, story_page(story.id), told)


def _item(path: PagePath, story: Story, corpus: Corpus) -> Markup:
    lead = corpus.articles[story.lead].article
    title = lead.front.title
    return element(
        "li",
        link(path, story_page(story.id), title, **in_tongue(title, lead, corpus))
        + element("p", _told_by(story, corpus), class_="meta")
        + snippet(lead, corpus),
    )


def _told_by(story: Story, corpus: Corpus) -> str:
    """Say how many articles of how many outlets tell a story, how many of them are copies, and when."""
    fronts = [corpus.articles[article].article.front for article in story.articles]
    outlets = {front.source.outlet for front in fronts if front.source.outlet in corpus.records}
    copies = sum(member.is_copy for member in story.members)
    dates = [spoken(front.published) for front in fronts if front.published]
    parts = (
        count(len(fronts), "article"),
        count(copies, "copy among them", "copies among them") if copies else "",
        count(len(outlets), "outlet" if all(front.source.outlet for front in fronts) else "known outlet")
        if outlets
        else "",
        _from_to(dates[0], dates[-1]) if dates else "",
    )
    return ", ".join(part for part in parts if part)


def _from_to(first: str, last: str) -> str:
    """Say a span of time; what both its ends have is said once."""
    begins, ends = first.split(), last.split()
    if begins == ends:
        return last
    while len(begins) == len(ends) > 1 and begins[-1] == ends[-1]:
        begins, ends = begins[:-1], ends[:-1]
    return f"{' '.join(begins)} to {last}"


def _what_differs(here: PagePath, story: Story, called: Letters, corpus: Corpus) -> list[Markup]:
    """Compare the lead, the other texts and as many copies as there is room for."""
    by_part = sorted(story.members, key=lambda member: (member.role != "lead", member.is_copy))
    chosen = {member.article for member in by_part[:COMPARED]}
    compared = [corpus.articles[article] for article in story.articles if article in chosen]
    blocks = [*differences(here, compared, called, corpus), *_wordings(story, called, corpus)]
    left = len(story.members) - len(compared)
    more = f" Of {count(left, 'article')} more, the names, figures and quotations are not compared." if left else ""
    told = element("p", f"A letter leads to its article, or to the sentence there.{more}", class_="meta")
    return [heading("What differs"), told, *blocks] if blocks else []


def _wordings(story: Story, called: Letters, corpus: Corpus) -> list[Markup]:
    """Show what copies changed of the text that they copy, as long as there is room."""
    copies = [member for member in story.members if member.is_copy]
    blocks = []
    room = MOST_ROWS
    for member in copies[:COMPARED]:
        text, copy = corpus.articles[member.of or story.lead], corpus.articles[member.article]
        pair = Markup("{} against {}: ").format(siglum(called[copy.article.id]), siglum(called[text.article.id]))
        if in_full(text.article) and in_full(copy.article):
            found = changes(text, copy)
            most = min(ROWS, room)
            room -= min(most, len(found.rows))
            rows = element("div", as_list(found.rows, most), **in_tongue(copy.article.body, copy.article, corpus))
            blocks.append(details(pair + found.told, rows, "evidence wording"))
        else:
            told = "not shown, as the rights of the articles do not allow it"
            blocks.append(element("p", pair + told, class_="meta"))
    if not blocks:
        return []
    legend = Markup("Against the text that it copies, a copy leaves out {} and puts in {}.").format(
        element("del", "what is struck through"), element("ins", "what is underlined")
    )
    left = len(copies) - COMPARED
    more = [element("p", f"{count(left, 'more copy', 'more copies')} not shown", class_="meta")] if left > 0 else []
    return [heading("Wording", 3), element("p", legend, class_="meta"), *blocks, *more]
