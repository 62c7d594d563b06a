"""The tables: their columns, and the rows that an output gives.

Columns have the names of the catalogue (`extract schema --database`). In place of its ids stand
`sha256`, `deliberation_ordinal` and `decision_ordinal`; money is whole cents there and here.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple

import pyarrow as pa

Json = dict[str, Any]


def _cents(value: Decimal | int) -> int:
    cents = Decimal(value) * 100
    if cents != cents.to_integral_value():
        raise ValueError("an amount has at most two decimals")
    return int(cents)


def _printed_number(value: str | int | Decimal) -> str:
    return value if isinstance(value, str) else format(Decimal(value).normalize(), "f")


# What a kind of column holds: its type, how a value of the JSON becomes it where it is another.
_KINDS: dict[str, tuple[pa.DataType, Callable[[Any], Any] | None]] = {
    "text": (pa.string(), None),
    "integer": (pa.int64(), None),
    "cents": (pa.int64(), _cents),
    "real": (pa.float64(), float),
    "flag": (pa.bool_(), None),
    "date": (pa.date32(), date.fromisoformat),
    "printed": (pa.string(), _printed_number),
}


class Column(NamedTuple):
    """A column, its kind, and the keys that lead to its value."""

    name: str
    kind: str
    keys: tuple[str, ...]


def _columns(*parts: str) -> tuple[Column, ...]:
    """Reads a line for each column: name, kind, and the path in the JSON where it is another."""
    columns = []
    for line in filter(None, "".join(parts).splitlines()):
        name, kind, *path = line.split()
        columns.append(Column(name, kind, tuple((path or [name])[0].split("."))))
    return tuple(columns)


_PLACE = """
page integer source.page
line integer
"""

_ACT_KEYS = """
sha256 text
deliberation_ordinal integer
ordinal integer
"""

TABLES: dict[str, tuple[Column, ...]] = {
    "documents": _columns("""
sha256 text source.sha256
file_name text source.file_name
byte_count integer source.byte_count
page_count integer source.page_count
producer text source.producer
program_version text generator.version
pipeline text generator.pipeline
kind text
schema_version text
json text
"""),
    "people": _columns(
        _ACT_KEYS,
        """
part text
name text
honorific text
printed text
""",
    ),
    "sessions": _columns("""
sha256 text
ordinal integer
authority text
organ text
session_date date
president text
secretary text
deliberations integer
"""),
    "acts": _columns(
        """
sha256 text
ordinal integer
number text
title text
title_raw text
authority text authority.name
authority_type text authority.type
siren text authority.siren
siret text authority.siret
organ text
session_date date session.date
transmission_date date
publication_date date
transmission_id text
signature_place text signature.place
signature_date date signature.date
signature_role text signature.role
signed_on_behalf_of text signature.on_behalf_of
report_number integer report.number
report_date date report.date
members_in_office integer attendance.counts.members
members_present integer attendance.counts.present
members_represented integer attendance.counts.represented
members_absent integer attendance.counts.absent
voters integer attendance.counts.voters
""",
        _PLACE,
    ),
    "decisions": _columns(
        _ACT_KEYS,
        """
result text
raw text
stated_unanimous flag unanimous
opinion text
electorate_present integer electorate.present
electorate_represented integer electorate.represented
electorate_voting integer electorate.voting
needs_review flag
""",
        _PLACE,
    ),
    "votes": _columns(
        """
sha256 text
deliberation_ordinal integer
decision_ordinal integer
option text
count integer
stated text
needs_review flag
""",
        _PLACE,
    ),
    "grants": _columns(
        _ACT_KEYS,
        """
theme text
theme_title text
operation text
operation_title text
territory text
territory_raw text
beneficiary text
beneficiary_raw text
quantity real
description text
amount_cents cents amount
raw text
agreement text
stated_in text
confidence real
needs_review flag
""",
        _PLACE,
    ),
    "totals": _columns(
        _ACT_KEYS,
        """
theme text
operation text
quantity real
amount_cents cents amount
raw text
needs_review flag
""",
        _PLACE,
    ),
    "checks": _columns(
        _ACT_KEYS,
        """
rule text
status text
expected printed
found printed
message text
""",
    ),
    "findings": _columns("""
sha256 text
ordinal integer
severity text
code text
message text
page integer
line integer
"""),
}

# What files are parted by; the values stand in the names of their folders alone.
PARTITION = pa.schema([("authority_key", pa.string()), ("year", pa.int32())])


class Part(NamedTuple):
    """Where a row belongs."""

    table: str
    authority_key: str | None
    year: int | None


@cache
def schema_of(table: str) -> pa.Schema:
    """The columns of a table as its files have them."""
    return pa.schema([(column.name, _KINDS[column.kind][0]) for column in TABLES[table]])


def rows_of(output: bytes) -> Iterator[tuple[Part, Json]]:
    """The rows of an output, each with its values as the JSON nests them."""
    document: Json = json.loads(output, parse_float=Decimal)
    sha256: str = document["source"]["sha256"]
    acts: list[Json] = document["deliberations"]
    for ordinal, act in enumerate(acts):
        own = _parts(act)
        yield own["acts"], {**act, "sha256": sha256, "ordinal": ordinal}
        keys = {"sha256": sha256, "deliberation_ordinal": ordinal}
        for table, value in _values_of_act(act):
            yield own[table], value | keys
    parts = _parts(acts[0] if acts else {})
    yield parts["documents"], {**document, "json": output.decode()}
    for ordinal, session in enumerate(_sessions(acts)):
        keys = {"sha256": sha256, "ordinal": ordinal}
        yield _parts(session["act"])["sessions"], session | keys
    for ordinal, finding in enumerate(document["diagnostics"]):
        yield parts["findings"], {**finding, "sha256": sha256, "ordinal": ordinal}


def columns_of(table: str, rows: list[Json]) -> pa.RecordBatch:
    """Rows of a table as Arrow has them; ValueError or an error of Arrow where one does not fit."""
    cells = [_cells(column, rows) for column in TABLES[table]]
    return pa.RecordBatch.from_arrays(cells, schema=schema_of(table))


def _cells(column: Column, rows: list[Json]) -> pa.Array:
    first, *others = column.keys
    found: list[Any] = [row.get(first) for row in rows]
    for key in others:
        found = [value.get(key) if isinstance(value, dict) else None for value in found]
    kind, converted = _KINDS[column.kind]
    if converted:
        found = [None if value is None else converted(value) for value in found]
    cells = pa.array(found, kind)
    return cells.fill_null(False) if column.kind == "flag" else cells


def _parts(act: Json) -> dict[str, Part]:
    """Where the rows of an act belong, by table."""
    day = act.get("session", {}).get("date")
    key = authority_key(act.get("authority", {}).get("name"))
    return _all_parts(key, int(day[:4]) if day else None)


@lru_cache(10_000)
def _all_parts(key: str | None, year: int | None) -> dict[str, Part]:
    return {table: Part(table, key, year) for table in TABLES}


@lru_cache(10_000)
def authority_key(name: str | None) -> str | None:
    """A name as the name of a folder that every file system takes."""
    if not name:
        return None
    bare = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:80] or None


def _numbered(table: str, values: list[Json]) -> Iterator[tuple[str, Json]]:
    for ordinal, value in enumerate(values):
        yield table, {**value, "ordinal": ordinal}


def _values_of_act(act: Json) -> Iterator[tuple[str, Json]]:
    for table in ("decisions", "grants", "totals", "checks"):
        yield from _numbered(table, act.get(table, []))
    for ordinal, decision in enumerate(act.get("decisions", [])):
        for option, vote in decision.get("vote", {}).items():
            yield "votes", {**vote, "option": option, "decision_ordinal": ordinal}
    for part, people in _mentions(act):
        for ordinal, person in enumerate(people):
            printed = person.get("raw", person["name"])
            yield "people", {**person, "part": part, "ordinal": ordinal, "printed": printed}


def _mentions(act: Json) -> Iterator[tuple[str, list[Json]]]:
    """Who stands in the act, by part: those of the catalogue's view `mentions`."""
    session = act.get("session", {})
    officers = {
        "president": session.get("president"),
        "secretary": session.get("secretary"),
        "signatory": act.get("signature", {}).get("signatory"),
    }
    for part, person in officers.items():
        yield part, [person] if person else []
    attendance = act.get("attendance", {})
    for part in _ATTENDANCE:
        yield part, attendance.get(part, [])
    proxies = attendance.get("proxies", [])
    yield "gave_proxy", [proxy["from"] for proxy in proxies]
    yield "had_proxy", [proxy["to"] for proxy in proxies if "to" in proxy]
    decisions = act.get("decisions", [])
    yield "recused", [it["person"] for one in decisions for it in one.get("recusals", [])]
    positions = [it for one in decisions for it in one.get("positions", [])]
    for option in ("yes", "no", "abstain", "absent"):
        yield f"voted_{option}", [it["person"] for it in positions if it["option"] == option]
    elections = act.get("elections", [])
    rounds = [ballot for one in elections for ballot in one.get("rounds", [])]
    candidates = [it for ballot in rounds for it in ballot.get("candidates", [])]
    yield "candidate", [it["person"] for it in candidates if "person" in it]
    yield "elected", [it["person"] for one in elections for it in one.get("elected", [])]


_ATTENDANCE = (
    "present",
    "excused",
    "absent",
    "attending_without_vote",
    "excused_without_vote",
)


def _sessions(acts: list[Json]) -> list[Json]:
    """The sessions in which the acts were taken, each once, in the order of the acts."""
    sessions: dict[tuple[str | None, ...], Json] = {}
    for act in acts:
        session = act.get("session", {})
        authority = act.get("authority", {}).get("name")
        if not session.get("date"):
            continue
        key = (authority, act.get("organ"), session["date"])
        known = sessions.setdefault(
            key,
            {
                "authority": authority,
                "organ": act.get("organ"),
                "session_date": session["date"],
                "deliberations": 0,
                "act": act,
            },
        )
        known["deliberations"] += 1
        for role in ("president", "secretary"):
            if role in session:
                known.setdefault(role, session[role]["name"])
    return list(sessions.values())
