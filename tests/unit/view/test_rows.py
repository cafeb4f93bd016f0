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


def chained(*paths: tuple[str, ...]) -> Library:
    """A library with an entry for each path, and the nodes above it."""
    entries = [Entry(f"e{i}", f"Q{i}?", f"Q{i}?", "A.", path, Source("a.md", i, i)) for i, path in enumerate(paths)]
    nodes = list(dict.fromkeys(path[:depth] for path in paths for depth in range(1, len(path) + 1)))
    return Library(
        "Test",
        entries,
        tuple(
            CategoryNode(
                node,
                sum(path[: len(node)] == node for path in paths),
                tuple(i for i, path in enumerate(paths) if path == node),
            )
            for node in nodes
        ),
    )


def shown(rows) -> list[tuple[object, ...]]:
    return [
        (" › ".join(row.path[-row.titles :]), row.depth) if isinstance(row, CategoryRow) else (row.position, row.depth)
        for row in rows
    ]


def test_a_chain_of_only_children_is_one_row():
    listing = Listing(chained(("A", "B", "C"), ("A", "B", "C"), ("D",)))
    assert shown(listing.rows()) == [("A › B › C", 0), (0, 1), (1, 1), ("D", 0), (2, 1)]


def test_a_chain_below_a_branch_is_one_row_of_its_level():
    listing = Listing(chained(("A", "B", "C"), ("A", "D"), ("A", "E", "F"), ("G", "H", "I"), ("G", "H", "J")))
    assert shown(listing.rows()) == [
        *[("A", 0), ("B › C", 1), (0, 2), ("D", 1), (1, 2), ("E › F", 1), (2, 2)],
        *[("G › H", 0), ("I", 1), (3, 2), ("J", 1), (4, 2)],
    ]


def test_a_category_with_an_entry_of_its_own_is_no_link_of_a_chain():
    listing = Listing(chained(("A",), ("A", "B"), ("C", "D"), ("C", "D", "E")))
    assert shown(listing.rows()) == [("A", 0), (0, 1), ("B", 1), (1, 2), ("C › D", 0), (2, 1), ("E", 1), (3, 2)]


def test_a_folded_chain_hides_what_is_in_it_and_opens_again():
    listing = Listing(chained(("A", "B", "C"), ("A", "B", "D"), ("E",)))
    listing.set_open(("A", "B"), is_open=False)
    assert shown(listing.rows()) == [("A › B", 0), ("E", 0), (2, 1)]
    listing.reveal(1)
    assert (1, 2) in shown(listing.rows())
    listing.fold_what_does_not_fit(1, 2)
    assert shown(listing.rows()) == [("A › B", 0), ("E", 0), (2, 1)]


def test_the_row_above_a_chain_and_the_row_of_its_links_are_found():
    listing = Listing(chained(("A", "B", "C", "D"), ("A", "E")))
    assert listing.row_of(("A", "B")) == ("A", "B", "C", "D")
    assert listing.above(("A", "B", "C", "D")) == ("A",)
    assert listing.above(("A",)) == ()


def test_results_keep_a_chain_in_one_row_but_make_none_of_what_has_no_hits():
    library = chained(("A", "B", "C"), ("D", "E"), ("D", "F"))
    listing = Listing(library)
    rows = result_rows([1, 0], listing.category_of, set(), {("A",): ("A", "B"), ("A", "B"): ("A", "B", "C")})
    assert shown(rows) == [("D", 0), ("E", 1), (1, 2), ("A › B › C", 0), (0, 1)]
