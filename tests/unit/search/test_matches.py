"""What a list of hits asks for: spans alone, without the work of a whole hit."""

from faqtui.model import CategoryNode, Entry, Library, Source
from faqtui.search.build import build_index
from faqtui.search.searcher import Searcher


def test_the_matches_of_a_rank_are_those_of_its_hit():
    questions = ["How do I keep an ECR token fresh?", "Why does the ECS task stop?"]
    entries = [Entry(f"e{i}", q, q, "Text.", ("A",), Source("f.md", i, i)) for i, q in enumerate(questions)]
    library = Library("T", entries, (CategoryNode(("A",), 2, (0, 1)),))
    ranking = Searcher(build_index(library)).rank("ecr tok")
    assert ranking.matches(0) == ranking.hit(0).matches
    assert [questions[0][start:end] for start, end in ranking.matches(0)] == ["ECR", "tok"]
