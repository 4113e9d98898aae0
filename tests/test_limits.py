"""Limits of time and memory at build: what goes beyond them is left out with a reason, and the build goes on."""

import signal
import threading

import pytest
from builders import SITE, SMALL_CONTENT

from generator.annotate import articles
from generator.annotate.article import annotate
from generator.build import generate
from generator.limits import Limits, OverLimitError, within

FRONT = "---\ntitle: Beyond\n---\n\nXi Jinping spoke.\n"


def endless():
    """Work on and on, in Python."""
    number = 0
    while True:
        number += 1


def heavy():
    """Ask for memory again and again."""
    held = []
    while True:
        held.append(bytearray(2**20))


def deep(level=0):
    """Go deeper and deeper."""
    return deep(level + 1)


@pytest.mark.parametrize(
    ("work", "reason"),
    [(endless, "takes over 0.1 seconds"), (heavy, "needs over 64 MiB of memory"), (deep, "nested too deeply")],
)
def test_work_beyond_a_limit_breaks_off(work, reason):
    """It ends with the reason, and afterwards neither timer nor limit is left."""
    before = signal.getsignal(signal.SIGPROF)
    seconds = 0.1 if work is endless else 60
    with pytest.raises(OverLimitError, match=f"^{reason}$"), within(Limits(seconds, 64 * 2**20)):
        work()
    assert before == signal.getsignal(signal.SIGPROF)
    assert (0, 0) == signal.getitimer(signal.ITIMER_PROF)
    assert len(bytearray(2**27)) == 2**27


def test_a_thread_works_without_limits():
    """The system tells time to the main thread alone, so elsewhere work is done and not broken off."""
    done = []

    def work():
        with within(Limits(0.0001, 2**20)):
            done.append(sum(range(10**6)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert [sum(range(10**6))] == done


@pytest.mark.parametrize(("work", "reason"), [(endless, "takes over 0.2 seconds"), (heavy, "needs over 64 MiB")])
def test_an_article_beyond_a_limit_is_left_out(content_folder, tmp_path, monkeypatch, work, reason):
    """It is told with a remedy, the others are published, its address is not lost, and mended it is there again."""

    def slow(article, gazetteer):
        return work() if article.id == "beyond" else annotate(article, gazetteer)

    address = {"addresses.txt": "articles/beyond/\narticles/protest/\n"}
    content = content_folder(SMALL_CONTENT | {"articles/undated/beyond.md": FRONT} | address)
    with monkeypatch.context() as changed:
        changed.setattr(articles, "annotate", slow)
        changed.setattr(articles, "LIMITS", Limits(0.2 if work is endless else 60, 64 * 2**20))
        generation = generate(SITE, content, tmp_path / "docs")
    assert {"2022-02-06-khan-meets-xi", "protest"} == {*generation.corpus.articles}
    (problem,) = generation.problems
    assert str(problem).startswith(f"articles/undated/beyond.md:1: {reason}")
    assert str(problem).endswith("(split it, or remove what is no text)")
    assert "beyond" in generate(SITE, content, tmp_path / "docs").corpus.articles
