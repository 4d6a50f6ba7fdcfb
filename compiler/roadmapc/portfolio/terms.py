"""How terms of one measure are compared, in SQL.

Two terms are the same if they were understood alike; else if their days are, as far as both plans reach, and
what of them has no date. Where plans cover no common day, the days are compared without years. So two plans
that differ only in their periods have the same terms. Each pair is compared by itself: that two differ from
a third does not make them differ.
"""

from roadmapc.portfolio.tables import WORDING

WISHED = f"string_split({WORDING.format('$measure')}, ' ')"
"""The words of a wish."""
HAS_MEASURE = f"""(duty = $measure
    OR len([each FOR each IN {WISHED} IF NOT contains(' ' || wording, ' ' || each)]) = 0)"""
"""Every word of the wish begins a word of the measure; or it is its id."""
NEAR = f"""
    SELECT any_value(text) FROM (
        SELECT text, wording, jaro_winkler_similarity(wording, {WORDING.format("$measure")}) AS likeness,
               len([each FOR each IN {WISHED}
                    IF contains(' ' || wording, ' ' || left(each, greatest(4, length(each) - 3)))]) AS words
        FROM duties
    ) WHERE words > 0 OR likeness > 0.75
    GROUP BY wording ORDER BY max(words) DESC, max(likeness) DESC, wording LIMIT 3
"""
"""What comes nearest to a wish: it shares beginnings of words, or is spelt alike."""
_WITHIN = """list_sort(list_distinct([
    struct_pack(since := greatest(each.since, low), till := least(each.till, high), own := each.own)
    FOR each IN {side}.windows IF each.since <= high AND each.till >= low]))
"""
"""Days within those that both plans cover."""
_YEARLESS = """list_sort(list_distinct([
    struct_pack(since := strftime(each.since, '%m-%d'), till := strftime(each.till, '%m-%d'), own := each.own)
    FOR each IN {side}.windows]))
"""

TERMS = f"""
    WITH measures AS (
        SELECT *, {{same}} AS same FROM duties WHERE ($measure = '' OR {HAS_MEASURE})
    ), shared AS (
        SELECT * FROM measures SEMI JOIN (
            SELECT same FROM measures GROUP BY same HAVING count(DISTINCT municipality) > 1
        ) USING (same)
    ), readings AS (
        SELECT directory, plan, kind, duty,
               list_sort(list(DISTINCT concat_ws(': ', audience, rule))) AS readings
        FROM dates SEMI JOIN shared USING (directory, plan, kind, duty) GROUP BY ALL
    ), open AS (
        SELECT directory, plan, kind, duty, list_sort(list(DISTINCT
                   {WORDING.format("CASE phrase WHEN '' THEN reason ELSE phrase END")})) AS words
        FROM undated SEMI JOIN shared USING (directory, plan, kind, duty) GROUP BY ALL
    ), understood AS (
        SELECT shared.*, coalesce(readings, []) AS readings,
               CASE undated_term WHEN '' THEN coalesce(words, []) ELSE [undated_term] END AS words
        FROM shared LEFT JOIN readings USING (directory, plan, kind, duty)
        LEFT JOIN open USING (directory, plan, kind, duty)
    ), doubtful AS (
        SELECT * FROM understood SEMI JOIN (
            SELECT same FROM understood GROUP BY same HAVING count(DISTINCT (readings, words)) > 1
        ) USING (same)
    ), windows AS (
        SELECT directory, plan, kind, duty, list_sort(list(DISTINCT struct_pack(
                   since := CASE WHEN first_day = due THEN nominal ELSE first_day END, till := nominal,
                   own := concat_ws(' ', audience, time, end_time)))) AS windows
        FROM dates SEMI JOIN doubtful USING (directory, plan, kind, duty) GROUP BY ALL
    ), terms AS (
        SELECT doubtful.*, coalesce(windows, []) AS windows, begins, ends,
               dense_rank() OVER (
                   ORDER BY same, readings, coalesce(windows, []), words, begins, ends) AS sense
        FROM doubtful LEFT JOIN windows USING (directory, plan, kind, duty)
        JOIN (SELECT directory, plan, begins, ends FROM plans) USING (directory, plan)
    ), senses AS (
        SELECT sense, any_value(same) AS same, any_value(readings) AS readings,
               any_value(windows) AS windows, any_value(words) AS words, any_value(begins) AS begins,
               any_value(ends) AS ends, min(term) AS term,
               min(municipality) AS first_of, max(municipality) AS last_of
        FROM terms GROUP BY sense
    ), pairs AS (
        SELECT a, b,
               CASE WHEN a.begins = b.begins THEN '-infinity'::DATE
                    ELSE greatest(a.begins, b.begins) END AS low,
               CASE WHEN a.ends = b.ends THEN 'infinity'::DATE ELSE least(a.ends, b.ends) END AS high
        FROM senses a JOIN senses b ON a.same = b.same AND a.sense <> b.sense
             AND (a.first_of <> b.first_of OR a.last_of <> b.last_of OR a.first_of <> a.last_of)
        WHERE a.words <> b.words OR a.readings <> b.readings
    ), compared AS (
        SELECT a, b, {_WITHIN.format(side="a")} AS of_a, {_WITHIN.format(side="b")} AS of_b,
               {_YEARLESS.format(side="a")} AS yearless_a, {_YEARLESS.format(side="b")} AS yearless_b
        FROM pairs
    ), differing AS (
        SELECT a.sense AS sense, string_agg(DISTINCT b.term, ' / ' ORDER BY b.term) AS unlike
        FROM compared
        WHERE a.words <> b.words
              OR CASE WHEN len(of_a) + len(of_b) > 0 THEN of_a <> of_b ELSE yearless_a <> yearless_b END
        GROUP BY a.sense
    )
    SELECT text AS measure, term, count(DISTINCT municipality) AS municipalities,
           string_agg(DISTINCT municipality || ': ' || plan, '; '
                      ORDER BY municipality || ': ' || plan) AS whose, unlike
    FROM terms JOIN differing USING (sense)
    GROUP BY same, text, term, unlike ORDER BY same, municipalities DESC, text, term
"""
"""A row for each wording and term that is another one somewhere else; `unlike` says which."""
