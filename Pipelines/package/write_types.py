"""Writes the types of an output for Python from its JSON Schema: write_types.py SCHEMA OUTPUT"""
import json
import sys

SCHEMA = json.load(open(sys.argv[1], encoding="utf-8"))
CLASSES = {}


def of(schema, name):
    if "$ref" in schema:
        return reference(schema["$ref"].split("/")[-1])
    if "enum" in schema:
        return "Literal[" + ", ".join(repr(v) for v in schema["enum"]) + "]"
    if "const" in schema:
        return f"Literal[{schema['const']!r}]"
    kind = schema.get("type")
    if kind == "object" or "properties" in schema:
        return class_of(schema, name)
    if kind == "array":
        return f"list[{of(schema.get('items', {}), name)}]"
    if isinstance(kind, list):
        return " | ".join(of({"type": k}, name) for k in kind)
    return {"string": "str", "integer": "int", "number": "Decimal | int", "boolean": "bool"}.get(kind, "Any")


def reference(name):
    schema = SCHEMA["$defs"][name]
    if "properties" not in schema:
        return of(schema, name)
    if name not in CLASSES:
        CLASSES[name] = None
        class_of(schema, name)
    return f'"{name}"'


def class_of(schema, name):
    required = schema.get("required", [])
    lines = [f"class {name}(TypedDict):", f'    """{schema.get("description", name)}"""', ""]
    CLASSES[name] = lines
    for key, value in schema.get("properties", {}).items():
        kind = of(value, name + key.title().replace("_", ""))
        lines.append(f"    {key}: {kind}" if key in required else f"    {key}: NotRequired[{kind}]")
    return f'"{name}"'


class_of(SCHEMA, "Output")
with open(sys.argv[2], "w", encoding="utf-8") as out:
    out.write('"""The types of an output, made from its JSON Schema."""\n')
    out.write("from decimal import Decimal\nfrom typing import Any, Literal, NotRequired, TypedDict\n")
    for lines in CLASSES.values():
        text = "\n".join(lines)
        # A name that is a word of Python is a key all the same.
        if any(line.startswith("    from:") for line in lines):
            head = lines[0].split()[1].split("(")[0]
            pairs = [line.strip().split(": ", 1) for line in lines[3:]]
            text = f"{head} = TypedDict({head!r}, {{" + ", ".join(f"{k!r}: {v}" for k, v in pairs) + "})"
        out.write("\n\n" + text + "\n")
