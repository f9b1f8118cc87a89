"""The words in which the survey forms are written down; build.py turns them into Schemas/forms/*.json.

A field that names `when` is asked for only where that condition holds; with `required=True` it must then be
given. The condition is said once here and becomes both the form's relevance and its JSON Schema. A field is
marked `unverified` unless it is `sourced`, which means that its name was found in software or a report built on
the official form. Every field may have an `example`; together they are the form's example entry. A rule's
`broken` is a JSON Merge Patch (RFC 7396) on that entry which breaks the rule.
"""
import dataclasses
import typing

BLANK = "[^\t-\r \u00a0\u2000-\u200b\u3000\ufeff]"
DATE = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
TIME = ("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"
        "(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$")
CLOCK = "^([01][0-9]|2[0-3]):[0-5][0-9]$"
PHONE = "^(1[3-9][0-9]{9}|(0[0-9]{2,3}-)?[0-9]{7,8})$"
SHA256 = "^[0-9a-f]{64}$"


# ---------------------------------------------------------------- conditions

@dataclasses.dataclass(frozen=True)
class Condition:
    """Something that holds of an entry: as an expression, and as a JSON Schema of the whole entry."""

    expression: str
    schema: str  # JSON, so that equal conditions compare equal

    def as_schema(self):
        import json
        return json.loads(self.schema)


def _condition(expression, schema):
    import json
    return Condition(expression, json.dumps(schema, ensure_ascii=False, sort_keys=False))


def _quoted(value):
    return "'" + value.replace("'", "''") + "'"


def is_(field, value):
    """The choice `field` has this value."""
    return _condition(f"{field} == {_quoted(value)}",
                      {"properties": {field: {"const": value}}, "required": [field]})


def one_of(field, *values):
    """The choice `field` has one of these values."""
    listed = ", ".join(_quoted(value) for value in values)
    return _condition(f"{field} in [{listed}]",
                      {"properties": {field: {"enum": list(values)}}, "required": [field]})


def has(field, value):
    """The multiple choice `field` contains this value."""
    return _condition(f"contains({field}, {_quoted(value)})",
                      {"properties": {field: {"not": {"items": {"not": {"const": value}}}}}, "required": [field]})


def yes(field):
    """The boolean `field` is true."""
    return _condition(f"{field} == true", {"properties": {field: {"const": True}}, "required": [field]})


def no(field):
    """The boolean `field` is false."""
    return _condition(f"{field} == false", {"properties": {field: {"const": False}}, "required": [field]})


def given(field):
    """`field` is filled in."""
    return _condition(f"present({field})", {"required": [field]})


def between(field, least, most):
    """The number `field` lies in a range, both ends included."""
    return _condition(f"{field} >= {least} and {field} <= {most}",
                      {"properties": {field: {"minimum": least, "maximum": most}}, "required": [field]})


def at_least(field, least):
    """The number `field` is not below `least`."""
    return _condition(f"{field} >= {least}", {"properties": {field: {"minimum": least}}, "required": [field]})


def above(field, bound):
    """The number `field` is above `bound`."""
    return _condition(f"{field} > {bound}",
                      {"properties": {field: {"exclusiveMinimum": bound}}, "required": [field]})


def both(*conditions):
    """All of them hold."""
    return _condition(" and ".join(f"({each.expression})" for each in conditions),
                      {"allOf": [each.as_schema() for each in conditions]})


def either(*conditions):
    """At least one of them holds."""
    return _condition(" or ".join(each.expression for each in conditions),
                      {"anyOf": [each.as_schema() for each in conditions]})


# ---------------------------------------------------------------- fields

@dataclasses.dataclass
class Field:
    name: str
    zh: str
    en: str
    schema: dict
    required: bool = False
    when: typing.Optional[Condition] = None
    # A condition under which an otherwise optional field must be given, without being hidden elsewhere.
    required_when: typing.Optional[Condition] = None
    unit: typing.Optional[str] = None
    hint: typing.Optional[tuple] = None
    sourced: bool = False
    example: typing.Any = None
    followers: list = dataclasses.field(default_factory=list)

    def json(self, group=None):
        result = {"hc:label": {"zh": self.zh, "en": self.en}}
        if group:
            result["hc:group"] = group
        if self.unit:
            result["hc:unit"] = self.unit
        if self.hint:
            result["hc:hint"] = {"zh": self.hint[0], "en": self.hint[1]}
        if self.when:
            result["hc:relevance"] = self.when.expression
        if not self.sourced:
            result["hc:status"] = "unverified"
        result.update(self.schema)
        return result


def text(name, zh, en, most, *, pattern=None, least=None, **options):
    """A text of at most `most` characters, not of blanks alone; with a `pattern` that alone binds it."""
    schema = {"type": "string"}
    if pattern:
        schema["pattern"] = pattern
    elif least:
        schema["minLength"] = least
    else:
        schema["pattern"] = BLANK
    if most:
        schema["maxLength"] = most
    return Field(name, zh, en, schema, **options)


def code(name, zh, en, pattern, **options):
    """A text of a fixed form, such as a number that is not counted with; `pattern` has ^ and $."""
    return Field(name, zh, en, {"type": "string", "pattern": pattern}, **options)


def number(name, zh, en, unit, least, most, *, over=None, decimals=None, **options):
    """A decimal number between two bounds, both included; `over` is a lower bound that is not included."""
    schema = _bounded("number", least, most, decimals)
    if over is not None:
        schema["exclusiveMinimum"] = over
    return Field(name, zh, en, schema, unit=unit, **options)


def integer(name, zh, en, unit, least, most, **options):
    """A whole number between two bounds, both included."""
    return Field(name, zh, en, _bounded("integer", least, most, None), unit=unit, **options)


def _bounded(kind, least, most, decimals):
    schema = {"type": kind}
    if least is not None:
        schema["minimum"] = least
    if most is not None:
        schema["maximum"] = most
    if decimals is not None:
        schema["hc:decimals"] = decimals
    return schema


def yes_no(name, zh, en, **options):
    """A yes or no."""
    return Field(name, zh, en, {"type": "boolean"}, **options)


def date(name, zh, en, **options):
    """A day."""
    return Field(name, zh, en, {"type": "string", "pattern": DATE, "format": "date"}, **options)


def moment(name, zh, en, **options):
    """A day and a time with its offset."""
    return Field(name, zh, en, {"type": "string", "pattern": TIME, "format": "date-time"}, **options)


def clock(name, zh, en, **options):
    """A time of day, HH:MM."""
    return Field(name, zh, en, {"type": "string", "pattern": CLOCK}, **options)


def _choices(pairs):
    return {"type": "string", "enum": [pair[0] for pair in pairs],
            "hc:choices": [{"value": value, "zh": zh, "en": en} for value, zh, en in pairs]}


def choice(name, zh, en, pairs, *, other=None, other_example=None, **options):
    """One of several values; `pairs` are (value, Chinese, English). `other` is the value that wants a text."""
    field = Field(name, zh, en, _choices(pairs), **options)
    if other:
        field.followers.append(_other(field, is_(name, other), other_example))
    return field


def choices(name, zh, en, pairs, *, other=None, other_example=None, least=1, **options):
    """Any of several values, at least one."""
    field = Field(name, zh, en, {"type": "array", "items": _choices(pairs), "minItems": least, "uniqueItems": True},
                  **options)
    if other:
        field.followers.append(_other(field, has(name, other), other_example))
    return field


def _other(field, when, example):
    return text(field.name + "Other", "其他" + field.zh, "Other: " + field.en[0].lower() + field.en[1:], 100,
                required=True, when=when, sourced=field.sourced, example=example)


def members(fields):
    """The schema of an object with these fields; they may have conditions among each other."""
    everything = spread(fields)
    schema = {"type": "object", "properties": {field.name: field.json() for field in everything}}
    needed = [field.name for field in everything if field.required and not field.when]
    if needed:
        schema["required"] = needed
    schema["additionalProperties"] = False
    conditions = requirements(everything)
    if conditions:
        schema["allOf"] = conditions
    return schema


def part(name, zh, en, fields, *, least=1, most=None, **options):
    """A repeating part: a list of rows with fields of their own."""
    schema = {"type": "array", "items": members(fields), "minItems": least}
    if most:
        schema["maxItems"] = most
    return Field(name, zh, en, schema, **options)


def record(name, zh, en, fields, **options):
    """Several values that belong together."""
    return Field(name, zh, en, members(fields), **options)


def part_or_none(name, zh, en, fields, *, none_example=False, sourced=False, **options):
    """A repeating part that may be declared empty: 无相关数据，不填报."""
    flag = yes_no(name + "None", zh + "：无相关数据，不填报", en + ": no such data", required=True, sourced=sourced,
                  hint=("确无此类数据时填“是”", "Yes only where there is no such data"), example=none_example)
    rows = part(name, zh, en, fields, required=True, when=no(name + "None"), sourced=sourced, **options)
    return [flag, rows]


def attachment(name, zh, en, **options):
    """A file that belongs to the entry, by its SHA-256."""
    return Field(name, zh, en, members([
        Field("sha256", "文件摘要", "File SHA-256", {"type": "string", "pattern": SHA256}, required=True),
        Field("fileName", "文件名", "File name", {"type": "string", "minLength": 1, "maxLength": 100}, required=True),
    ]), **options)


def spread(fields):
    """The fields with those that follow them, lists of fields laid out."""
    result = []
    for field in fields:
        if isinstance(field, list):
            result += spread(field)
        else:
            result.append(field)
            result += spread(field.followers)
    return result


def requirements(fields):
    """The conditions among fields as `allOf`: one for each condition, in the order of the fields."""
    by_condition = {}
    for field in fields:
        if field.when:
            by_condition.setdefault(field.when, []).append(field)
    result = []
    for condition, group in by_condition.items():
        member = {"if": condition.as_schema()}
        needed = [field.name for field in group if field.required]
        if needed:
            member["then"] = {"required": needed}
        member["else"] = {"properties": {field.name: False for field in group}}
        result.append(member)
    for field in fields:
        if field.required_when:
            result.append({"if": field.required_when.as_schema(), "then": {"required": [field.name]}})
    return result


# ---------------------------------------------------------------- groups, rules, settings

@dataclasses.dataclass
class Group:
    key: str
    zh: str
    en: str
    fields: list


def group(key, zh, en, fields):
    """A section of the form."""
    return Group(key, zh, en, spread(fields))


@dataclasses.dataclass
class Rule:
    json: dict


def _rule(level, name, check, at, zh, en, *, broken, along=(), when=None, sourced=True):
    rule = {"name": name, "level": level, "check": check}
    if when:
        rule["when"] = when
    rule["at"] = ["/" + place for place in at.split()]
    rule["message"] = {"zh": zh, "en": en}
    if not sourced:
        rule["status"] = "unverified"
    rule["counterexample"] = broken
    if along:
        rule["breaksAlso"] = list(along)
    return Rule(rule)


def error(name, check, at, zh, en, **options):
    """What must hold before an entry becomes final; `at` are the fields' names, the main one first."""
    return _rule("error", name, check, at, zh, en, **options)


def warning(name, check, at, zh, en, **options):
    """What needs a reason where it does not hold."""
    return _rule("warning", name, check, at, zh, en, **options)


def note(name, check, at, zh, en, **options):
    """What is only told."""
    return _rule("note", name, check, at, zh, en, **options)


def setting(name, value, zh, en, unit=None, sourced=False):
    """A number that a district may set otherwise; rules name it `$name`."""
    result = {"name": name, "value": value, "zh": zh, "en": en}
    if unit:
        result["unit"] = unit
    if not sourced:
        result["status"] = "unverified"
    return result


def distinct(level, name, fields, at, zh, en, *, span=None, sourced=False):
    """What no two entries of the form may have in common."""
    rule = {"name": name, "level": level, "fields": fields.split()}
    if span:
        rule["span"] = span.split()
    rule["at"] = ["/" + place for place in at.split()]
    rule["message"] = {"zh": zh, "en": en}
    if not sourced:
        rule["status"] = "unverified"
    return rule


# The first versions of the first forms had the same fields.
UNCHANGED = {"version": 1, "standing": "valid",
             "zh": "已有字段与取值范围未变；新增原始坐标（选填）和位置检查。",
             "en": "Fields and ranges are the same; the original coordinates (optional) and checks of the position were added."}


@dataclasses.dataclass
class Form:
    code: str
    title: tuple
    about: str
    status: str
    source: str
    groups: list
    rules: list
    kind: str = "survey"
    hazard: typing.Optional[str] = None
    version: int = 1
    settings: list = dataclasses.field(default_factory=list)
    distinct: list = dataclasses.field(default_factory=list)
    together: dict = dataclasses.field(default_factory=dict)
    definitions: dict = dataclasses.field(default_factory=dict)
    conditions: list = dataclasses.field(default_factory=list)
    earlier: list = dataclasses.field(default_factory=list)

    def json(self):
        fields = [(group.key, field) for group in self.groups for field in group.fields]
        heading = {"code": self.code, "version": self.version, "kind": self.kind}
        if self.hazard:
            heading["hazard"] = self.hazard
        heading.update(title={"zh": self.title[0], "en": self.title[1]}, status=self.status, source=self.source)
        document = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"urn:hazardcensus:form:{self.code}:{self.version}",
            "title": self.title[1], "description": self.about, "hc:form": heading,
            "hc:groups": [{"key": each.key, "zh": each.zh, "en": each.en} for each in self.groups],
        }
        if self.settings:
            document["hc:settings"] = self.settings
        document["type"] = "object"
        document["properties"] = {field.name: field.json(key) for key, field in fields}
        document["required"] = [field.name for _, field in fields if field.required and not field.when]
        document["additionalProperties"] = False
        if self.together:
            document["dependentRequired"] = self.together
        conditions = requirements([field for _, field in fields]) + self.conditions
        if conditions:
            document["allOf"] = conditions
        document["hc:rules"] = [rule.json for rule in self.rules]
        if self.distinct:
            document["hc:distinct"] = self.distinct
        if self.earlier:
            document["hc:earlier"] = self.earlier
        document["hc:example"] = {field.name: field.example for _, field in fields if field.example is not None}
        if self.definitions:
            document["$defs"] = self.definitions
        return document
