"""JSON Schemas of the files that people write, made of the types by which they are read, for editors that check them.

They accept what the reader accepts: one value for a list of one, an empty value for a key that is left out, and numbers
where text is wanted, since YAML takes a year for a number.
"""

from __future__ import annotations

import json
import types
from typing import TYPE_CHECKING, Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

import msgspec

from generator import slugs
from generator.formats.folder import SCHEMAS
from generator.formats.meanings import MEANINGS, SETTINGS
from generator.ledger import NEEDED, Decision
from generator.model import FrontMatter, Record
from generator.redacting.entries import KINDS as REDACTED
from generator.redacting.entries import Redaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that the YAML language server knows best."""
_SLUG: _Schema = {"pattern": "^" + slugs.PATTERN.pattern.replace(r"\Z", "$"), "maxLength": slugs.LONGEST}
_DATE: _Schema = {"pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
_WEB_ADDRESS: _Schema = {"pattern": "^https?://"}
_RULES: dict[str, _Schema] = {
    "FrontMatter.id": _SLUG,
    "FrontMatter.title": {"minLength": 1},
    "FrontMatter.published": _DATE,
    "Source.url": _WEB_ADDRESS,
    "Source.archive_url": _WEB_ADDRESS,
    "Source.retrieved": _DATE,
    "Review.on": _DATE,
    "Record.id": _SLUG,
    "Record.label": {"minLength": 1},
    "Record.country": {"pattern": "^[A-Z]{2}$"},
}
"""What is held of a text beside its type, by record type and key."""
_PLUGIN = "cuttings"
_PLUGIN_OPTIONS: _Schema = {
    "type": ["object", "null"],
    "properties": {"content": {"type": "string"}},
    "additionalProperties": False,
}
_OF_TOPICS = ("definition", "terms", "requires", "excludes")


def schema_files(settings: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield path below the content folder and text of each schema; `settings` names all that mkdocs.yml may hold."""
    for name, title, schema in (
        ("article", "The front matter of an article", _article()),
        ("authorities", "A file of authority records", {"type": ["array", "null"], "items": _record()}),
        ("decisions", "The ledger of decisions", {"type": ["array", "null"], "items": _decision()}),
        ("redactions", "A list of redactions", {"type": ["array", "null"], "items": _redaction()}),
        ("settings", "The settings of a site, mkdocs.yml", _settings(settings)),
    ):
        whole = {"$schema": _DRAFT, "title": title, **schema}
        yield f"{SCHEMAS}/{name}.json", f"{json.dumps(whole, indent=2, ensure_ascii=False)}\n"


def _article() -> _Schema:
    dated = {"properties": {"date_status": {"enum": ["stated", "derived"]}}, "required": ["date_status"]}
    published = {"properties": {"published": {"not": {"type": "null"}}}, "required": ["published"]}
    return _struct(FrontMatter) | {"if": dated, "then": published}


def _record() -> _Schema:
    other = {"properties": {"kind": {"not": {"const": "topic"}}}, "required": ["kind"]}
    return _struct(Record) | {"if": other, "then": {"properties": dict.fromkeys(_OF_TOPICS, False)}}


def _decision() -> _Schema:
    rules = []
    for sort, needed in NEEDED.items():
        of_sort = {"properties": {"decision": {"const": sort}}, "required": ["decision"]}
        rules.append({"if": of_sort, "then": {"required": list(needed)}})
    return _struct(Decision) | {"allOf": rules}


def _redaction() -> _Schema:
    one_of = [{"required": [kind], "properties": {kind: {"not": {"type": "null"}}}} for kind in REDACTED]
    return _struct(Redaction) | {"oneOf": one_of}


def _settings(names: Iterable[str]) -> _Schema:
    """Give the schema of the settings; their values are MkDocs' business, and `!ENV` may stand for any."""
    of_plugin = {"type": "object", "properties": {_PLUGIN: _PLUGIN_OPTIONS}, "required": [_PLUGIN]}
    told: dict[str, _Schema] = {name: {"description": meaning} for name, meaning in SETTINGS.items()}
    properties = {name: told.get(name, {}) for name in sorted(names)}
    properties["plugins"] |= {"type": "array", "contains": {"anyOf": [{"const": _PLUGIN}, of_plugin]}}
    required = ["site_name", "plugins"]
    return {"type": "object", "properties": properties, "additionalProperties": False, "required": required}


def _struct(kind: type[msgspec.Struct]) -> _Schema:
    hints = get_type_hints(kind)
    properties = {}
    required = []
    for field in msgspec.structs.fields(kind):
        rule = _RULES.get(f"{kind.__name__}.{field.name}", {})
        schema = _of_type(hints[field.name], rule)
        properties[field.name] = {"description": MEANINGS[kind][field.name]} | (
            schema if field.required else _or_empty(schema)
        )
        if field.required:
            required.append(field.name)
    wanted = {"required": required} if required else {}
    return {"type": "object", "properties": properties, "additionalProperties": False} | wanted


def _of_type(wanted: Any, rule: _Schema) -> _Schema:  # noqa: ANN401 (a type annotation is any object)
    origin = get_origin(wanted)
    if isinstance(wanted, NewType):
        return _of_type(wanted.__supertype__, rule)
    if origin in {Union, types.UnionType}:
        return _of_type(next(arm for arm in get_args(wanted) if arm is not type(None)), rule)
    if origin is Literal:
        return {"enum": list(get_args(wanted))}
    if origin is tuple:
        item = _of_type(get_args(wanted)[0], rule)
        return {"type": ["array", *item["type"]], "items": item}
    if origin is dict:
        return {"type": "object", "additionalProperties": _of_type(get_args(wanted)[1], rule)}
    if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct):
        return _struct(wanted)
    named = {bool: "boolean", int: "integer", float: "number"}
    return {"type": named[wanted]} if wanted in named else {"type": ["string", "number", "boolean"]} | rule


def _or_empty(schema: _Schema) -> _Schema:
    """Give a schema that also takes the empty value of a key that is there and says nothing."""
    if "enum" in schema:
        return schema | {"enum": [*schema["enum"], None]}
    kinds = schema["type"]
    return schema | {"type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}
