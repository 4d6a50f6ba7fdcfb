"""The tables of a municipality: what DuckDB reads of lines of JSON, and the Parquet that it makes of them."""

LINES = {
    "plan": "VARCHAR",
    "kind": "VARCHAR",
    "id": "VARCHAR",
    "number": "VARCHAR",
    "appendix": "VARCHAR",
    "section": "VARCHAR",
    "text": "VARCHAR",
    "brief": "VARCHAR",
    "result": "VARCHAR",
    "lead": "VARCHAR",
    "others": "VARCHAR",
    "undated_term": "VARCHAR",
    "since": "DATE",
    "assignees": "VARCHAR[][]",
    "heads": "INTEGER[]",
    "holders": "VARCHAR[]",
    "phrase": "VARCHAR",
    "rule": "VARCHAR",
    "audience": "VARCHAR",
    "dates": (
        "STRUCT(uid VARCHAR, due DATE, first_day DATE, nominal DATE, moved VARCHAR, phrase VARCHAR,"
        " rule VARCHAR, audience VARCHAR, place VARCHAR, time VARCHAR, end_time VARCHAR, is_event BOOLEAN,"
        " amended VARCHAR)[]"
    ),
    "undated": "STRUCT(uid VARCHAR, phrase VARCHAR, reason VARCHAR)[]",
}
"""Of a file of dates (`state/dates.py`): the names that are read, and their types."""

WORDING = r"trim(regexp_replace(replace(lower({}), 'ё', 'е'), '[^\p{{L}}\p{{N}}]+', ' ', 'g'))"
"""A text as it is compared with others, in SQL."""

PLANS = {
    "plan": "VARCHAR",
    "path": "VARCHAR",
    "kind": "VARCHAR",
    "act": "VARCHAR",
    "title": "VARCHAR",
    "name": "VARCHAR",
    "signed": "DATE",
    "controller": "VARCHAR",
    "begins": "DATE",
    "ends": "DATE",
    "amending": "BOOLEAN",
}
"""What the heads of records say of plans."""
EXECUTORS = {"executor": "VARCHAR", "name": "VARCHAR", "names": "VARCHAR[]", "called": "VARCHAR[]"}
"""Who is in the directory; `called` are the names as they are compared."""

# An id may belong to a body and to an official at once: whoever acts comes before whoever is a head.
ASSIGNMENTS = """
    SELECT plan, kind, duty, executor, name, is_official, as_head,
           row_number() OVER (PARTITION BY plan, kind, duty ORDER BY nth) AS turn
    FROM (
        SELECT plan, kind, id AS duty, nth, each[2] AS name, each[3] = 'true' AS is_official,
               list_contains(heads, nth) AS as_head,
               CASE WHEN list_contains(holders, each[1]) THEN each[1]
                    ELSE regexp_replace(each[1], '_official$', '') END AS executor
        FROM (SELECT plan, kind, id, heads, holders, unnest(assignees) AS each,
                     generate_subscripts(assignees, 1) - 1 AS nth FROM lines)
    )
    QUALIFY row_number() OVER (PARTITION BY plan, kind, duty, executor ORDER BY as_head, nth) = 1
"""

_DATES = """
    SELECT plan, kind, id AS duty, coalesce(number, '') AS number, coalesce(brief, text) AS text,
           each.uid, each.due, coalesce(each.first_day, each.due) AS first_day,
           coalesce(each.nominal, each.due) AS nominal, coalesce(each.moved, '') AS moved,
           coalesce(each.phrase, phrase, '') AS phrase, coalesce(each.rule, rule, '') AS rule,
           coalesce(each.audience, audience, '') AS audience, coalesce(each.place, '') AS place,
           each.time::TIME AS time, each.end_time::TIME AS end_time,
           coalesce(each.is_event, false) AS is_event, coalesce(each.amended, '') AS amended
    FROM (SELECT plan, kind, id, number, text, brief, phrase, rule, audience, unnest(dates) AS each
          FROM lines)
"""

TABLES = {
    "duties": f"""
        SELECT plan, kind, id AS duty, coalesce(number, '') AS number, coalesce(appendix, '') AS appendix,
               coalesce(section, '') AS section, text,
               {WORDING.format("text")} AS wording,
               coalesce(result, '') AS result, coalesce(lead, '') AS lead, coalesce(others, '') AS others,
               since, len(dates) AS dates, len(undated) AS undated,
               list_aggregate(list_sort(list_distinct(list_concat(coalesce(terms, []),
                   [CASE WHEN each.phrase = '' THEN each.reason ELSE each.phrase END
                    FOR each IN undated]))), 'string_agg', '; ') AS term,
               coalesce(undated_term, '') AS undated_term, coalesce(days, []) AS days,
               executors, undated AS reasons
        FROM lines
        LEFT JOIN (SELECT plan, kind, duty AS id, list(DISTINCT rule) AS terms,
                          list_sort(list(DISTINCT nominal)) AS days
                   FROM occurrences GROUP BY ALL)
            USING (plan, kind, id)
        LEFT JOIN (SELECT plan, kind, duty AS id,
                   list({{executor: executor, name: name, is_official: is_official, as_head: as_head,
                         turn: turn}} ORDER BY turn) AS executors
                   FROM assignments GROUP BY ALL) USING (plan, kind, id)
        ORDER BY plan, kind, duty
    """,
    "load": """
        SELECT * FROM occurrences JOIN assignments USING (plan, kind, duty) ORDER BY executor, due, plan, uid
    """,
    "plans": """
        SELECT of_plans.*, coalesce(duties, 0) AS duties, coalesce(dates, 0) AS dates,
               coalesce(undated, 0) AS undated, coalesce(partly, 0) AS partly
        FROM of_plans
        LEFT JOIN (SELECT plan, count(*) AS duties, sum(len(dates))::BIGINT AS dates,
                          count(*) FILTER (len(dates) = 0) AS undated,
                          count(*) FILTER (len(dates) > 0 AND len(undated) > 0) AS partly
                   FROM lines GROUP BY plan) USING (plan)
        ORDER BY path
    """,
    "executors": "SELECT * FROM of_directory ORDER BY executor",
}
"""What is kept of a municipality, a file each."""
STEPS = {"assignments": ASSIGNMENTS, "occurrences": _DATES}
"""What tables are made of, besides `lines`, `of_plans` and `of_directory`."""
