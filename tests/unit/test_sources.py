"""Reading: files, directories and standard input become documents; what cannot be read is told, never fatal."""

import os
from pathlib import Path

import pytest

from faqtui import sources
from faqtui.errors import ContentError
from faqtui.host.rawfiles import MAX_FILE


def paths(files: list[sources.RawFile]) -> list[str]:
    return [file.path for file in files]


def document(data: bytes, path: str = "x.md") -> sources.Document:
    return sources.decode(sources.RawFile(path, data))


def test_a_directory_is_read_in_a_natural_order_without_what_is_no_content(tmp_path: Path) -> None:
    for name in (
        *("q10.md", "q9.md", "README.md", "sub/a.mdx", "sub/_category_.json", "notes.txt", "data.yml", "logo.png"),
        *(".hidden.md", ".git/x.md", "node_modules/x.md", "build/x.md"),
    ):
        place = tmp_path / name
        place.parent.mkdir(exist_ok=True)
        place.write_text("key: value\n")
    (tmp_path / "faq.yml").write_text("### YamlMime:FAQ\nsections: []\n")
    files, errors = sources.read([str(tmp_path)])
    shown = [path.removeprefix(tmp_path.as_posix() + "/") for path in paths(files)]
    assert shown == ["README.md", "faq.yml", "notes.txt", "q9.md", "q10.md", "sub/_category_.json", "sub/a.mdx"]
    assert errors == []
    assert {file.root for file in files} == {tmp_path.as_posix().count("/") + 1}


def test_the_current_directory_adds_nothing_to_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("x")
    monkeypatch.chdir(tmp_path)
    files, _ = sources.read(["."])
    assert [(file.path, file.root) for file in files] == [("a.md", 0)]


def test_a_loop_of_links_ends_and_a_file_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
    files, errors = sources.read([str(tmp_path), str(tmp_path / "a.md")])
    assert len(files) == 1
    assert errors == []


@pytest.mark.parametrize("name", ["fifo.md", "missing.md", "x\0y"])
def test_what_is_no_file_is_one_line_that_names_it(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "fifo.md")
    (tmp_path / "good.md").write_text("x")
    files, errors = sources.read([str(tmp_path / name), str(tmp_path / "good.md")])
    assert len(files) == 1
    assert len(errors) == 1
    assert str(errors[0]).startswith(str(tmp_path / name))
    assert "\n" not in str(errors[0])


def test_an_endless_device_is_refused() -> None:
    files, errors = sources.read(["/dev/zero"])
    assert files == []
    assert "not a regular file" in str(errors[0])


def test_a_file_over_the_cap_is_refused_by_name(tmp_path: Path) -> None:
    big = tmp_path / "big.md"
    with big.open("wb") as file:
        file.truncate(MAX_FILE + 1)
    _, errors = sources.read([str(big)])
    assert "big.md: 100 MB is too large: at most 100 MB are read" in str(errors[0])


def test_a_directory_without_documents_says_so(tmp_path: Path) -> None:
    _, errors = sources.read([str(tmp_path)])
    assert "no file of a format that is read" in str(errors[0])


def test_standard_input_is_a_file_named_by_a_dash() -> None:
    files, _ = sources.read(["-"], stdin=b"# Q?")
    assert files == [sources.RawFile("-", b"# Q?", 1)]


def test_the_packaged_faq_is_found() -> None:
    files = sources.packaged()
    assert files
    assert all(not file.path.startswith("/") and b"#" in file.data for file in files)


@pytest.mark.parametrize(
    "data",
    [
        "ä ß 漢".encode(),
        b"\xef\xbb\xbf" + "ä ß 漢".encode(),
        b"\xff\xfe" + "ä ß 漢".encode("utf-16-le"),
        b"\xfe\xff" + "ä ß 漢".encode("utf-16-be"),
        b"\xff\xfe\x00\x00" + "ä ß 漢".encode("utf-32-le"),
    ],
)
def test_unicode_is_decoded_by_its_mark(data: bytes) -> None:
    assert document(data).text == "ä ß 漢"
    assert document(data).diagnostics == ()


PIECES = [
    "## Where is the glue?\n\nOn the shelf.\n\n",
    "## Wo ist die Säge?\n\nAm Haken.\n\n",
    "## \u05de\u05d4 \u05d6\u05d4?\n\n\u05e9\u05dc\u05d5\u05dd\n\n",
]
WAYS = {
    "8": ("", "utf-8"), "8 marked": ("\ufeff", "utf-8"), "16 le": ("\ufeff", "utf-16-le"), "16 be": ("\ufeff", "utf-16-be"),
}  # fmt: skip


@pytest.mark.parametrize("second", WAYS)
@pytest.mark.parametrize("first", WAYS)
def test_files_of_several_encodings_one_behind_another_are_all_read(first: str, second: str) -> None:
    pieces = PIECES if "8" not in first[:1] else PIECES[:2] * 2  # of Hebrew behind two bytes a sign nothing tells
    for ways in ((first, second), (first, second, first)):
        pairs = list(zip(pieces, ways, strict=False))
        found = document(b"".join([(WAYS[way][0] + piece).encode(WAYS[way][1]) for piece, way in pairs]))
        assert found.text == "".join([piece for piece, _ in pairs])
        assert found.diagnostics == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["漢字かな交じり文、設定を開く" * 9, "ﾊﾟｿｺﾝ、ﬀ\ufefeＡ" * 9, "a\n" + "设置" * 40])
def test_what_is_of_two_bytes_a_sign_stays_so(encoding: str, text: str) -> None:
    assert document(("\ufeff" + text).encode(encoding)).text == text


def test_letters_of_an_older_encoding_are_no_mark_inside() -> None:
    assert document(b"caf\xe9 \xff\xfe and more").text == "café ÿþ and more"


def test_an_older_encoding_is_guessed_and_told() -> None:
    found = document(b"first\ncaf\xe9 \x93quoted\x94")
    assert found.text == "first\ncafé “quoted”"
    assert [(d.code, d.line) for d in found.diagnostics] == [("encoding", 2)]
    assert document(b"\x81 caf\xe9").text.endswith("café")


@pytest.mark.parametrize("data", [b"a\nb\nc", b"a\r\nb\r\nc", b"a\rb\rc"])
def test_every_line_end_is_a_line_feed(data: bytes) -> None:
    assert document(data).text == "a\nb\nc"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"%PDF-1.7 text", bytes(range(32)) * 20])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(ContentError, match=r"binary|PDF is a format that is not read"):
        document(data)


def test_control_characters_are_shown_and_told() -> None:
    found = document(b"fine\nred \x1b[31m and \0")
    assert "\x1b" not in found.text
    assert "\u241b" in found.text
    assert [(d.code, d.line) for d in found.diagnostics] == [("control-characters", 2)]
    assert "\x1b" in sources.decode(sources.RawFile("x.md", b"\x1b"), sanitized=False).text


def test_an_empty_file_is_an_empty_document() -> None:
    assert document(b"").text == ""


def test_a_directory_named_twice_is_read_once_and_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "faq.md").write_text("## Why?\n\nSo.\n", encoding="utf-8")
    (tmp_path / "none").mkdir()
    files, errors = sources.read([str(tmp_path), str(tmp_path), str(tmp_path / "faq.md")])
    assert (len(files), errors) == (1, [])
    files, errors = sources.read([str(tmp_path), str(tmp_path / "none")])
    assert [str(error) for error in errors] == [
        f"{tmp_path / 'none'}: no file of a format that is read in this directory"
    ]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"%PDF-1.4\n\xff\xfe", "PDF"),
        ("a.docx", b"PK\x03\x04\x00", "Word"),
        ("a.texi", b"@node Top\n", "Texinfo"),
        ("a.typ", b"= Title\n", "Typst"),
        ("a.bin", b"%PDF-1.4\n", "PDF"),
        ("faqtui.1", b'.\\" a comment\n.TH FAQTUI 1\n', "manual pages"),
    ],
)
def test_a_format_that_is_not_read_is_named(name, data, told):
    with pytest.raises(ContentError, match=f"{name}: {told} is a format that is not read"):
        sources.decode(sources.RawFile(name, data, 1))


def test_formats_of_a_directory_that_are_not_read_are_told_of_once_each(tmp_path):
    for name in ("faq.md", "a.docx", "b.docx", "c.texi", "d.xml"):
        (tmp_path / name).write_text("# a?\n\nb\n")
    files, errors = sources.read([str(tmp_path)])
    assert errors == []
    told = [d.message for file in files for d in sources.decode(file).diagnostics]
    assert told == ["Word is not read: this file and 1 more", "Texinfo is not read: this file"]


def test_a_directory_of_nothing_but_those_says_so(tmp_path):
    (tmp_path / "a.docx").write_text("x")
    _, errors = sources.read([str(tmp_path)])
    assert "Word is not read" in str(errors[0])


def test_links_in_a_directory_lead_to_documents_or_stay_within(tmp_path: Path) -> None:
    content, outside = tmp_path / "content", tmp_path / "outside"
    for directory in (content / "..data", outside, content / ".git"):
        directory.mkdir(parents=True)
    for path in (
        content / "..data" / "a.md",
        outside / "b.md",
        outside / "secrets",
        content / "words",
        content / ".git" / "config",
    ):
        path.write_text("# Q?\n")
    (content / ".env").write_text("TOKEN=1")
    targets = [
        "..data/a.md",
        "../outside/b.md",
        "words",
        "../outside/secrets",
        ".env",
        ".git/config",
        "/proc/self/environ",
    ]
    for number, target in enumerate(targets):
        (content / f"{number}.md").symlink_to(target)
    files, errors = sources.read([str(content)])
    assert [Path(file.path).name for file in files] == ["0.md", "1.md", "2.md"]
    assert len(errors) == 4
    assert all("a link out of the directory" in str(error) or "not a" in str(error) for error in errors)
    files, errors = sources.read([str(content / "3.md")])
    assert (len(files), errors) == (1, []), "what is named is read"
