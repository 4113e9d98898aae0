"""Past one machine: what executors and a cluster's workers make is, byte for byte, what is made here."""

import shutil
import signal
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import pytest
from bench.corpus import write_corpus
from builders import SITE, article, record, tree
from conftest import ROOT
from dask_cluster import local_cluster
from suggestions import tagger

from generator.build import generate
from generator.cluster import workers_of
from generator.editing import proposals
from generator.ingest.add import add
from generator.making import sending
from generator.making.sending import in_order, sent_out
from generator.problems import BuildError
from generator.suggest.suggesting import suggest

ARTICLES = 100
RAW = ROOT / "tests/evaluation/documents/raw"


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """Give a cluster of two worker processes."""
    with local_cluster(tmp_path_factory.mktemp("cluster")) as local:
        yield local


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    """Give a content folder of made-up articles."""
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(folder, ARTICLES)
    return folder / "content"


class Losing(Executor):
    """An executor that loses a worker as soon as the first work is done, and notes how much was not done then."""

    def __init__(self, executor, worker):
        self.executor, self.worker = executor, worker
        self.futures = []
        self.undone = 0

    def submit(self, function, /, *given, **named):
        """Send work, and wait for the first that is done."""
        self.futures.append(self.executor.submit(function, *given, **named))
        self.futures[-1].add_done_callback(self._lose)
        return self.futures[-1]

    def _lose(self, _):
        if self.worker.poll() is None:
            self.undone = sum(not future.done() for future in self.futures)
            self.worker.kill()
            self.worker.wait()


def _tripled(factor, numbers):
    return [factor * number for number in numbers]


def test_results_come_in_order_and_work_is_sent_a_little_ahead():
    """As here, by threads; no more is on its way than may be."""
    sent, taken = [], []

    def numbers():
        for number in range(50):
            sent.append(number)
            assert len(sent) - len(taken) <= 5
            yield (number,)

    with ThreadPoolExecutor(3) as executor:
        taken.extend(in_order(executor, abs, numbers(), ahead=4))
        assert [*range(50)] == taken
        assert [3 * number for number in range(500)] == [*sent_out(_tripled, 3, [*range(500)], executor)]
        assert [] == [*sent_out(_tripled, 3, [], executor)]


def test_a_build_is_the_same_where_a_worker_is_killed_in_mid_run(cluster, content, tmp_path):
    """Annotation goes on with the other worker; every page and table has the bytes of a build without a cluster."""
    generate(SITE, content, tmp_path / "here/docs")
    with workers_of(cluster.address) as executor:
        losing = Losing(executor, cluster.workers[0])
        generate(SITE, content, tmp_path / "there/docs", executor=losing)
    assert -signal.SIGKILL == cluster.workers[0].returncode
    assert losing.undone > 1
    assert tree(tmp_path / "here/docs") == tree(tmp_path / "there/docs")
    cluster.workers[0] = cluster.begin_worker()


def test_raw_documents_are_read_by_a_cluster_as_here(cluster, tmp_path, monkeypatch):
    """Bytes are sent, since the files are not there; what cannot be read is told as here."""
    monkeypatch.setattr("generator.ingest.intake.DOCUMENTS_A_RUN", 40)
    raw = tmp_path / "raw"
    shutil.copytree(RAW, raw)
    (raw / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    (raw / "empty.txt").write_bytes(b"")
    here = add([raw], tmp_path / "here")
    with workers_of(cluster.address) as executor:
        there = add([raw], tmp_path / "there", executor=executor)
    assert here == there
    assert {"broken.pdf", "empty.txt"} <= {Path(problem.path).name for problem in there.problems}
    assert tree(tmp_path / "here") == tree(tmp_path / "there")


def test_names_are_suggested_by_a_cluster_as_here(cluster, content, tmp_path, monkeypatch):
    """A pipeline runs on each worker, in the same batches."""
    pytest.importorskip("spacy")
    monkeypatch.setattr("generator.suggest.recognition.WORTH_PROCESSES", 2)
    written = []
    with workers_of(cluster.address) as executor:
        for name, given in (("here", {}), ("forked", {"jobs": 2}), ("there", {"executor": executor})):
            shutil.copytree(content, tmp_path / name)
            for path in sorted((tmp_path / name / "articles").rglob("*.md"))[14:]:
                path.unlink()
            (tmp_path / name / "authorities/records.yml").unlink()
            proposals.suggest(tmp_path / name, **given)
            written.append(tree(tmp_path / name))
    assert written[0] == written[1] == written[2]
    assert len(written[0]["authorities/proposed.yml"]) > 1000


def test_proposals_are_the_same_with_processes():
    """With a tagger that is a function, which processes inherit."""
    articles = [article(f"Mr Joseph Vance{number % 7} met Ann Lee in Harwick.", f"a-{number}") for number in range(120)]
    known = {"lee": record("lee", label="Ann Lee")}
    assert suggest(articles, known, set(), tagger({})) == suggest(articles, known, set(), tagger({}), jobs=2)


def test_a_worker_of_another_version_does_nothing(monkeypatch):
    """Results of another program would be other bytes on some pages."""
    expected = sending.installation()
    monkeypatch.setattr(sending, "installation", lambda: b"another")
    with pytest.raises(BuildError, match="another version of cuttings"):
        sending.same_installation(expected)


def test_without_a_scheduler_it_is_told_what_to_do(monkeypatch):
    """No address is no cluster; one that nobody answers at, and a missing library, are told."""
    with workers_of(None) as executor:
        assert executor is None
    monkeypatch.setattr("generator.cluster.SECONDS_TO_CONNECT", 1)
    for address in ("tcp://127.0.0.1:9", "nonsense://x"):
        with pytest.raises(BuildError, match=f"no scheduler answers at '{address}'"), workers_of(address):
            pass
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(BuildError, match=r"pip install 'cuttings\[cluster\]'"), workers_of("tcp://127.0.0.1:9"):
        pass
