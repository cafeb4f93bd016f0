"""A directory of files that is changed at random, as people and their tools change one; always the same for a seed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from bench.fuzz_parsing import documents

WORDS = ("queue", "token", "cache", "shard", "runner", "volume", "secret", "route")
DIRECTORIES = ("", "guide", "guide/setup", "de", "ops", "i18n/de", "ops/runbooks")
STEMS = (
    "faq",
    "index",
    "README",
    "_index",
    "tokens",
    "10-queues",
    "2-caches",
    "shards.de",
    "faq-de",
    "runner",
    "volume",
)


class Folder:
    """Files below `path`, written and changed with a random generator."""

    def __init__(self, path: Path, random: Random) -> None:
        self.path = path
        self.random = random
        self._documents = documents(random)
        path.mkdir(parents=True, exist_ok=True)
        for _ in range(random.randint(3, 14)):
            self.add()

    def files(self) -> list[Path]:
        return sorted(path for path in self.path.rglob("*") if path.is_file())

    def change(self) -> None:
        """Do one thing to the files."""
        ways: list[Callable[[], object]] = [
            self.add,
            self.add,
            self.edit,
            self.edit,
            self.edit,
            self.append,
            self.remove,
        ]
        ways += [self.rename, self.swap, self.copy, self.touch, self.move_directory, self.title_directory, self.spoil]
        self.random.choice(ways)()

    def add(self) -> None:
        """Write a file, perhaps over another."""
        directory = self.path / self.random.choice(DIRECTORIES)
        directory.mkdir(parents=True, exist_ok=True)
        if self.random.random() < 0.15:
            text, name = next(self._documents)
            self.write(directory / Path(name).name, text)
        else:
            self.write(directory / f"{self.random.choice(STEMS)}.md", self.page())

    def edit(self) -> None:
        if file := self.one():
            self.write(file, self.page())

    def append(self) -> None:
        """A sentence, or a question, at the end."""
        if file := self.one():
            more = self.random.choice([f"More of the {self.word()}.\n", f"\n## {self.question()}\n\n{self.answer()}\n"])
            file.write_bytes(file.read_bytes() + more.encode())

    def remove(self) -> None:
        if file := self.one():
            file.unlink()

    def rename(self) -> None:
        if file := self.one():
            file.rename(file.with_name(f"{self.random.choice(STEMS)}.md"))

    def swap(self) -> None:
        """Have two files change their places."""
        if (first := self.one()) and (second := self.one()) and first != second:
            between = first.with_name("between")
            first.rename(between)
            second.rename(first)
            between.rename(second)

    def copy(self) -> None:
        if file := self.one():
            directory = self.path / self.random.choice(DIRECTORIES)
            directory.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, directory / f"copy-of-{file.name}")

    def touch(self) -> None:
        if file := self.one():
            file.touch()

    def move_directory(self) -> None:
        found = sorted(path for path in self.path.rglob("*") if path.is_dir())
        if found:
            directory = self.random.choice(found)
            target = directory.with_name(self.random.choice(["moved", "en", "fr", "area"]))
            if not target.exists():
                directory.rename(target)

    def title_directory(self) -> None:
        directory = self.random.choice([self.path, *(path for path in self.path.rglob("*") if path.is_dir())])
        position = self.random.randint(1, 9)
        (directory / "_category_.json").write_text(f'{{"label": "{self.word().title()}s", "position": {position}}}')

    def spoil(self) -> None:
        """Bytes that are no text, or another encoding."""
        if file := self.one():
            file.write_bytes(
                self.random.choice([b"\x89PNG\r\n\x1a\n" + bytes(64), "# Où est la clé ?\n\nLà.\n".encode("cp1252")])
            )

    def one(self) -> Path | None:
        found = self.files()
        return self.random.choice(found) if found else None

    def write(self, file: Path, text: str) -> None:
        file.write_bytes(text.encode("utf-8", "surrogatepass"))

    def word(self) -> str:
        return self.random.choice(WORDS)

    def question(self) -> str:
        opening = self.random.choice(["How do I fill the", "What is a", "Why is there no", "Can I have one more"])
        return f"{opening} {self.word()}{self.random.choice(['?', '?', '', ' ?'])}"

    def answer(self) -> str:
        """Few words, so that answers come again; links that lead somewhere or nowhere."""
        stem, directory = self.random.choice(STEMS), self.random.choice(DIRECTORIES)
        link = f"[there]({self.random.choice(['', './', '../', '/'])}{directory and directory + '/'}{stem}.md)"
        anchor = f"[below](#{self.question().lower().replace(' ', '-').replace('?', '')})"
        parts = [
            f"By the {self.word()}.",
            link,
            anchor,
            f"```sh\n{self.word()} --all\n```",
            "",
            "TODO",
            f"https://e.example/{self.word()}",
        ]
        return "\n\n".join(self.random.choices(parts, k=self.random.randint(1, 2)))

    def page(self) -> str:
        return "\n".join(self._page())

    def _page(self) -> Iterator[str]:
        chance = self.random.random
        if chance() < 0.3:
            yield "---"
            yield from self.random.sample(
                [
                    f"title: {self.question()}",
                    f"category: {self.word().title()}",
                    f"tags: [{self.word()}, {self.word()}]",
                    f"sidebar_position: {self.random.randint(1, 20)}",
                    f"aliases:\n  {self.word()}: [{self.word()}s, thing]",
                    f"topics:\n  Of the {self.word()}: [{self.word()}]",
                    "section: Basics",
                ],
                self.random.randint(1, 3),
            )
            yield "---"
        if chance() < 0.4:  # one question a file, some with parts
            yield f"# {self.question()}\n\n{self.answer()}\n"
            for _ in range(self.random.choice([0, 0, 1, 2])):
                yield f"## {self.word().title()}\n\n{self.answer()}\n"
            return
        if chance() < 0.8:
            yield f"# The {self.word()} FAQ\n"
        if chance() < 0.3:
            yield f"All about the {self.word()}.\n"
        for _ in range(self.random.choice([0, 1, 2, 3, 6])):
            if chance() < 0.2:
                yield f"## {self.word().title()}s\n"
            yield f"### {self.question()}\n\n{self.answer()}\n"
