"""Small files beside documents that say how a directory is called and where it stands.

Docusaurus ``_category_.json``, Nextra ``_meta.json``, MkDocs awesome-pages ``.pages``, and mappings named metadata. Their values
are data, never text to show, apart from titles.
"""

from __future__ import annotations

from faqtui.model import Document
from faqtui.parsing.front_matter import MAX_CHARACTERS, FrontMatter, too_complex, yaml_loader
from faqtui.patterns import pattern

_NAME = pattern(
    r"(?:^|/)(?:_category_?\.(?:json|ya?ml)|_?meta\.json|\.pages|_?metadata\.(?:ya?ml|json)|_section\.ya?ml)$"
)


def is_metadata(path: str) -> bool:
    """Whether a file says something about its directory and is no content itself."""
    return _NAME.search(path) is not None


def read(document: Document) -> FrontMatter:
    """What a metadata file says; nothing where it cannot be read."""
    text = document.text
    if len(text) > MAX_CHARACTERS or too_complex(text):
        return FrontMatter()
    try:
        if document.path.endswith(".json"):
            import json

            data = json.loads(text)
        else:
            import yaml  # 28 ms that directories without such files need not pay

            data = yaml.load(text, Loader=yaml_loader())  # noqa: S506 - it makes nothing but text, lists and mappings
    except (ValueError, RecursionError):
        return FrontMatter()
    except Exception as error:  # yaml.YAMLError, without importing it for JSON
        if type(error).__module__.startswith("yaml"):
            return FrontMatter()
        raise
    return FrontMatter({str(key): value for key, value in data.items()}) if isinstance(data, dict) else FrontMatter()
