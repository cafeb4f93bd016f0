"""The rows of the tree, for browsing and for results."""

from faqtui.model import CategoryNode, Entry, Introduction, Library, Source
from faqtui.view.listing import Listing
from faqtui.view.rows import AboutRow, CategoryRow, EntryRow, NoteRow, browse_rows, result_rows

PATHS = [("AWS", "ECS"), ("AWS", "ECS"), ("AWS",), ("Other",)]


def library() -> Library:
    entries = [
        Entry(f"e{i}", f"Question {i}?", f"Question {i}?", "Answer.", path, Source("faq.md", i, i))
        for i, path in enumerate(PATHS)
    ]
    nodes = (
        CategoryNode(("AWS",), 3, (2,)),
        CategoryNode(("AWS", "ECS"), 2, (0, 1)),
        CategoryNode(("Other",), 1, (3,)),
    )
    return Library("Test", entries, nodes)


CATEGORY_OF = dict(enumerate(PATHS))


def test_browsing_lists_every_category_with_its_entries_below():
    rows = browse_rows(library(), set())
    assert [type(row).__name__ for row in rows] == [
        "CategoryRow", "EntryRow", "CategoryRow", "EntryRow", "EntryRow", "CategoryRow", "EntryRow",
    ]  # fmt: skip
    assert rows[0] == CategoryRow(("AWS",), 0, 3, True)
    assert rows[3] == EntryRow(0, 2)


def test_a_closed_category_hides_everything_below_it():
    rows = browse_rows(library(), {("AWS",)})
    assert rows == [CategoryRow(("AWS",), 0, 3, False), CategoryRow(("Other",), 0, 1, True), EntryRow(3, 1)]


def test_results_put_the_branch_of_the_best_hit_first():
    rows = result_rows([3, 1, 0], CATEGORY_OF, set())
    assert rows[0] == CategoryRow(("Other",), 0, 1, True)
    assert rows[1] == EntryRow(3, 1, rank=0)
    assert [row.position for row in rows if isinstance(row, EntryRow)] == [3, 1, 0]


def test_the_best_hit_is_the_first_entry_also_where_a_sibling_category_has_worse_ones():
    assert [r.position for r in result_rows([2, 0], CATEGORY_OF, set()) if isinstance(r, EntryRow)] == [2, 0]
    assert [r.position for r in result_rows([0, 2], CATEGORY_OF, set()) if isinstance(r, EntryRow)] == [0, 2]


def test_a_category_counts_its_hits_even_when_folded():
    rows = result_rows([0, 1, 2], CATEGORY_OF, {("AWS",)})
    assert rows == [CategoryRow(("AWS",), 0, 3, False)]


def test_beyond_the_limit_a_note_says_how_many_are_left_out():
    rows = result_rows([0, 1, 2, 3], CATEGORY_OF, set(), limit=2)
    assert isinstance(rows[-1], NoteRow)
    assert rows[-1].text.startswith("2 more")


def test_of_a_tree_that_does_not_fit_the_branch_of_the_first_entry_stays_open_down_to_it():
    entries = [Entry(f"e{i}", f"Q{i}?", f"Q{i}?", "A.", ("Docs", f"P{i}"), Source("a.md", i, i)) for i in (1, 2, 3)]
    nodes = (CategoryNode(("Docs",), 3, ()), *(CategoryNode(("Docs", f"P{i}"), 1, (i - 1,)) for i in (1, 2, 3)))
    listing = Listing(Library("Test", entries, nodes))
    listing.fold_what_does_not_fit(3, None)
    assert [row.is_open for row in listing.rows() if isinstance(row, CategoryRow)] == [True, True, False, False]
    assert EntryRow(0, 2) in listing.rows()
    listing.fold_what_does_not_fit(3, 2)
    assert [row for row in listing.rows() if isinstance(row, EntryRow)] == [EntryRow(2, 2)]


def test_what_the_library_says_of_itself_stands_above_everything():
    own = Introduction("Words.", (Source("a.md", 1, 1),), "Words.")
    rows = browse_rows(library()._replace(introduction=own), set())
    assert rows[0] == AboutRow()
    assert rows[1:] == browse_rows(library(), set())


def test_categories_whose_texts_were_found_come_below_the_entries():
    rows = result_rows([3], CATEGORY_OF, set(), texts=[("AWS", "ECS"), ()])
    assert rows == [
        CategoryRow(("Other",), 0, 1, True),
        EntryRow(3, 1, rank=0),
        CategoryRow(("AWS",), 0, 0, True),
        CategoryRow(("AWS", "ECS"), 1, 0, True, found=True),
        AboutRow(found=True),
    ]


def test_a_category_with_entries_that_were_found_stays_where_these_put_it():
    rows = result_rows([0, 3], CATEGORY_OF, set(), texts=[("Other",), ("AWS",)])
    assert rows == [
        CategoryRow(("AWS",), 0, 1, True, found=True),
        CategoryRow(("AWS", "ECS"), 1, 1, True),
        EntryRow(0, 2, rank=0),
        CategoryRow(("Other",), 0, 1, True, found=True),
        EntryRow(3, 1, rank=1),
    ]
