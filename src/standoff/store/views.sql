-- The views that analysts query. They are made anew whenever a store is opened for writing.
-- Each shows what the coder found with what people judged over it: a rejected row is hidden,
-- a corrected field has the person's value, an added row is there, a renamed issue or actor
-- has its new name.

CREATE OR REPLACE MACRO words(text, first, last) AS
    CASE WHEN first IS NOT NULL THEN substring(text, first + 1, last - first) END;
CREATE OR REPLACE MACRO all_words(text, spans) AS
    list_aggregate(
        list_transform(spans, lambda s: substring(text, s[1] + 1, s[2] - s[1])), 'string_agg', ' … '
    );

-- What a person's correction makes of a value; 'null' as a value makes it unknown.
CREATE OR REPLACE MACRO corrected(fields, field, value) AS
    CASE WHEN fields[field] IS NULL THEN value ELSE fields[field] ->> '$' END;
CREATE OR REPLACE MACRO corrected_offset(fields, field, side, value) AS
    CASE WHEN fields[field] IS NULL THEN value ELSE CAST(fields[field] ->> side AS INTEGER) END;
CREATE OR REPLACE MACRO corrected_list(fields, field, value) AS
    CASE WHEN fields[field] IS NULL THEN value ELSE from_json(fields[field], '["VARCHAR"]') END;
CREATE OR REPLACE MACRO corrected_spans(fields, field, value) AS
    CASE WHEN fields[field] IS NULL THEN value ELSE from_json(fields[field], '[["INTEGER"]]') END;
CREATE OR REPLACE MACRO corrected_day(fields, field, value) AS
    CASE WHEN fields[field] IS NULL THEN value ELSE CAST(fields[field] ->> '$' AS DATE) END;
CREATE OR REPLACE MACRO corrected_number(fields, field, value) AS
    CASE WHEN fields[field] IS NULL THEN value ELSE CAST(fields[field] ->> '$' AS DOUBLE) END;
CREATE OR REPLACE MACRO corrected_count(fields, field, value) AS
    CASE WHEN fields[field] IS NULL THEN value ELSE CAST(fields[field] ->> '$' AS INTEGER) END;
CREATE OR REPLACE MACRO corrected_flag(fields, field, value) AS
    CASE WHEN fields[field] IS NULL THEN value ELSE CAST(fields[field] ->> '$' AS BOOLEAN) END;
CREATE OR REPLACE MACRO renamed(names, name) AS coalesce(names[name], name);
-- Two names that became one are listed once, where the first stood.
CREATE OR REPLACE MACRO each_once(list) AS
    list_filter(list, lambda x, i: list_position(list, x) = i);
CREATE OR REPLACE MACRO renamed_list(names, list) AS
    CASE WHEN names IS NULL THEN list
         ELSE each_once(list_transform(list, lambda x: coalesce(names[x], x))) END;

CREATE OR REPLACE VIEW corrections AS
SELECT target_table, target_id, map_from_entries(list((field, value))) AS fields
FROM (
    SELECT target_table, target_id, field, arg_max(value, number) AS value
    FROM judgements
    WHERE kind = 'correct'
    GROUP BY target_table, target_id, field
)
GROUP BY target_table, target_id;
COMMENT ON VIEW corrections IS 'The last correction of each field of each row.';
COMMENT ON COLUMN corrections.target_table IS 'The view the row belongs to.';
COMMENT ON COLUMN corrections.target_id IS 'The row.';
COMMENT ON COLUMN corrections.fields IS 'The corrected fields and their values.';

CREATE OR REPLACE VIEW verdicts AS
SELECT target_table, target_id, arg_max(kind, number) AS verdict
FROM judgements
WHERE kind IN ('confirm', 'reject')
GROUP BY target_table, target_id;
COMMENT ON VIEW verdicts IS 'The last verdict on each row.';
COMMENT ON COLUMN verdicts.target_table IS 'The view the row belongs to.';
COMMENT ON COLUMN verdicts.target_id IS 'The row.';
COMMENT ON COLUMN verdicts.verdict IS 'confirm or reject.';

-- A name follows the renamings made after the one that gave it: A to B, later B to C, is A to C.
CREATE OR REPLACE VIEW renamings AS
WITH RECURSIVE steps AS (
    SELECT target_table, target_id AS old, value ->> '$' AS new, number
    FROM judgements
    WHERE kind IN ('merge', 'rename')
),
followed AS (
    SELECT target_table, old, new, number FROM steps
    QUALIFY row_number() OVER (PARTITION BY target_table, old ORDER BY number) = 1
    UNION ALL
    SELECT f.target_table, f.old, s.new, s.number
    FROM followed f
    JOIN steps s ON s.target_table = f.target_table AND s.old = f.new AND s.number > f.number
    QUALIFY row_number() OVER (PARTITION BY f.target_table, f.old ORDER BY s.number) = 1
)
SELECT target_table, old, arg_max(new, number) AS new
FROM followed
GROUP BY target_table, old;
COMMENT ON VIEW renamings IS 'What each renamed issue or actor is called now.';
COMMENT ON COLUMN renamings.target_table IS 'issues or actors.';
COMMENT ON COLUMN renamings.old IS 'The name the coder gives.';
COMMENT ON COLUMN renamings.new IS 'The name that is shown.';

CREATE OR REPLACE VIEW renamed_actors AS
SELECT map_from_entries(list((old, new))) AS names FROM renamings WHERE target_table = 'actors';
COMMENT ON VIEW renamed_actors IS 'All renamed actors in one row.';
COMMENT ON COLUMN renamed_actors.names IS 'Old and new names; none where nothing was renamed.';

CREATE OR REPLACE VIEW renamed_issues AS
SELECT map_from_entries(list((old, new))) AS names FROM renamings WHERE target_table = 'issues';
COMMENT ON VIEW renamed_issues IS 'All renamed issues in one row.';
COMMENT ON COLUMN renamed_issues.names IS 'Old and new names; none where nothing was renamed.';

CREATE OR REPLACE VIEW judged_rows AS
SELECT 'mentions' AS target_table, id, document_id FROM mention_rows
UNION ALL SELECT 'events', id, document_id FROM event_rows
UNION ALL SELECT CASE WHEN is_said THEN 'quotes' ELSE 'attributions' END, id, document_id FROM quote_rows
UNION ALL SELECT 'positions', id, document_id FROM position_rows;
COMMENT ON VIEW judged_rows IS 'Every row that can be judged.';
COMMENT ON COLUMN judged_rows.target_table IS 'The view the row belongs to.';
COMMENT ON COLUMN judged_rows.id IS 'The row.';
COMMENT ON COLUMN judged_rows.document_id IS 'The report.';

CREATE OR REPLACE VIEW orphans AS
SELECT j.*
FROM judgements j
ANTI JOIN judged_rows r ON r.target_table = j.target_table AND r.id = j.target_id
WHERE j.kind IN ('confirm', 'correct', 'reject');
COMMENT ON VIEW orphans IS 'Judgements on rows that the coder no longer yields: kept, and shown nowhere else.';

CREATE OR REPLACE VIEW mentions AS
WITH judged AS (
    SELECT
        m.id,
        m.document_id,
        d.publisher,
        d.published,
        d.title,
        d.url,
        m.number,
        corrected_offset(c.fields, 'span', 0, m.span_start) AS span_start,
        corrected_offset(c.fields, 'span', 1, m.span_end) AS span_end,
        corrected_offset(c.fields, 'head', 0, m.head_start) AS head_start,
        corrected_offset(c.fields, 'head', 1, m.head_end) AS head_end,
        corrected(c.fields, 'kind', m.kind) AS kind,
        renamed_list(a.names, corrected_list(c.fields, 'actor', m.actor)) AS actor,
        corrected(c.fields, 'name', m.name) AS name,
        corrected(c.fields, 'role', m.role) AS role,
        corrected(c.fields, 'sector', m.sector) AS sector,
        corrected_offset(c.fields, 'antecedent', 0, m.antecedent_start) AS antecedent_start,
        corrected_offset(c.fields, 'antecedent', 1, m.antecedent_end) AS antecedent_end,
        corrected(c.fields, 'rule', m.rule) AS rule,
        corrected(c.fields, 'reason', m.reason) AS reason,
        CASE WHEN m.added_by IS NOT NULL THEN 'added' WHEN c.fields IS NOT NULL THEN 'corrected' WHEN v.verdict IS NOT NULL THEN 'confirmed' END AS judged,
        m.added_by,
        d.text
    FROM mention_rows m
    JOIN documents d ON d.id = m.document_id
    LEFT JOIN corrections c ON c.target_table = 'mentions' AND c.target_id = m.id
    LEFT JOIN verdicts v ON v.target_table = 'mentions' AND v.target_id = m.id
    CROSS JOIN renamed_actors a
    WHERE v.verdict IS DISTINCT FROM 'reject'
)
SELECT
    j.id,
    j.document_id,
    j.publisher,
    j.published,
    j.title,
    j.url,
    j.number,
    j.span_start,
    j.span_end,
    j.head_start,
    j.head_end,
    j.kind,
    j.actor,
    j.name,
    j.role,
    j.sector,
    j.antecedent_start,
    j.antecedent_end,
    j.rule,
    j.reason,
    j.judged,
    j.added_by,
    words(j.text, j.span_start, j.span_end) AS span_words,
    words(j.text, j.head_start, j.head_end) AS head_words,
    words(j.text, j.antecedent_start, j.antecedent_end) AS antecedent_words
FROM judged j;
COMMENT ON VIEW mentions IS 'Stretches of text that name someone, one row each, judgements applied.';
COMMENT ON COLUMN mentions.id IS 'The row''s id, the same on every run.';
COMMENT ON COLUMN mentions.document_id IS 'The report.';
COMMENT ON COLUMN mentions.publisher IS 'Newspaper or agency.';
COMMENT ON COLUMN mentions.published IS 'Day of publication.';
COMMENT ON COLUMN mentions.title IS 'Headline.';
COMMENT ON COLUMN mentions.url IS 'Address on the web.';
COMMENT ON COLUMN mentions.number IS 'Place among the mentions of the report, from 0; none where a person added it.';
COMMENT ON COLUMN mentions.span_start IS 'First character of the phrase, with title and apposition.';
COMMENT ON COLUMN mentions.span_end IS 'End of the phrase.';
COMMENT ON COLUMN mentions.head_start IS 'First character of its head word.';
COMMENT ON COLUMN mentions.head_end IS 'End of its head word.';
COMMENT ON COLUMN mentions.kind IS 'name, role, group, place, description, pronoun or modifier.';
COMMENT ON COLUMN mentions.actor IS 'Codes of who it is on the day of the report; empty where unresolved.';
COMMENT ON COLUMN mentions.name IS 'Resolved full name or collective.';
COMMENT ON COLUMN mentions.role IS 'The part somebody plays: head of state, spokesman …';
COMMENT ON COLUMN mentions.sector IS 'Sector: government, military, civilian …';
COMMENT ON COLUMN mentions.antecedent_start IS 'First character of the mention it points back to.';
COMMENT ON COLUMN mentions.antecedent_end IS 'End of the mention it points back to.';
COMMENT ON COLUMN mentions.rule IS 'The rule that resolved it.';
COMMENT ON COLUMN mentions.reason IS 'Why it resolves so, or why it does not.';
COMMENT ON COLUMN mentions.judged IS 'What people did to the row: added, corrected or confirmed; none where nobody judged it.';
COMMENT ON COLUMN mentions.added_by IS 'The judgement that added the row; none where the coder found it.';
COMMENT ON COLUMN mentions.span_words IS 'Those words of the report (the span).';
COMMENT ON COLUMN mentions.head_words IS 'Those words of the report (the head).';
COMMENT ON COLUMN mentions.antecedent_words IS 'Those words of the report (the antecedent).';

CREATE OR REPLACE VIEW events AS
WITH judged AS (
    SELECT
        e.id,
        e.document_id,
        d.publisher,
        d.published,
        d.title,
        d.url,
        e.number,
        corrected_offset(c.fields, 'sentence', 0, e.sentence_start) AS sentence_start,
        corrected_offset(c.fields, 'sentence', 1, e.sentence_end) AS sentence_end,
        corrected_offset(c.fields, 'trigger', 0, e.trigger_start) AS trigger_start,
        corrected_offset(c.fields, 'trigger', 1, e.trigger_end) AS trigger_end,
        corrected(c.fields, 'type', e.type) AS type,
        corrected(c.fields, 'mode', e.mode) AS mode,
        corrected_list(c.fields, 'context', e.context) AS context,
        corrected(c.fields, 'cameo', e.cameo) AS cameo,
        renamed_list(a.names, corrected_list(c.fields, 'actor', e.actor)) AS actor,
        corrected_offset(c.fields, 'actor_span', 0, e.actor_start) AS actor_start,
        corrected_offset(c.fields, 'actor_span', 1, e.actor_end) AS actor_end,
        renamed_list(a.names, corrected_list(c.fields, 'recipient', e.recipient)) AS recipient,
        corrected_offset(c.fields, 'recipient_span', 0, e.recipient_start) AS recipient_start,
        corrected_offset(c.fields, 'recipient_span', 1, e.recipient_end) AS recipient_end,
        corrected(c.fields, 'status', e.status) AS status,
        renamed_list(a.names, corrected_list(c.fields, 'attributed_to', e.attributed_to)) AS attributed_to,
        corrected_offset(c.fields, 'condition', 0, e.condition_start) AS condition_start,
        corrected_offset(c.fields, 'condition', 1, e.condition_end) AS condition_end,
        corrected_offset(c.fields, 'content', 0, e.content_start) AS content_start,
        corrected_offset(c.fields, 'content', 1, e.content_end) AS content_end,
        corrected_day(c.fields, 'date', e.date) AS date,
        corrected(c.fields, 'date_basis', e.date_basis) AS date_basis,
        corrected(c.fields, 'date_precision', e.date_precision) AS date_precision,
        corrected_day(c.fields, 'date_earliest', e.date_earliest) AS date_earliest,
        corrected_day(c.fields, 'date_latest', e.date_latest) AS date_latest,
        corrected_offset(c.fields, 'date_span', 0, e.date_start) AS date_start,
        corrected_offset(c.fields, 'date_span', 1, e.date_end) AS date_end,
        corrected(c.fields, 'place', e.place) AS place,
        corrected(c.fields, 'place_basis', e.place_basis) AS place_basis,
        corrected_offset(c.fields, 'place_span', 0, e.place_start) AS place_start,
        corrected_offset(c.fields, 'place_span', 1, e.place_end) AS place_end,
        corrected(c.fields, 'place_country', e.place_country) AS place_country,
        corrected(c.fields, 'place_id', e.place_id) AS place_id,
        corrected_number(c.fields, 'latitude', e.latitude) AS latitude,
        corrected_number(c.fields, 'longitude', e.longitude) AS longitude,
        corrected(c.fields, 'rule', e.rule) AS rule,
        corrected(c.fields, 'entry', e.entry) AS entry,
        corrected(c.fields, 'frame', e.frame) AS frame,
        corrected_count(c.fields, 'quote', e.quote_number) AS quote_number,
        corrected_spans(c.fields, 'evidence', e.evidence_spans) AS evidence_spans,
        corrected_flag(c.fields, 'reciprocal', e.reciprocal) AS reciprocal,
        CASE WHEN e.added_by IS NOT NULL THEN 'added' WHEN c.fields IS NOT NULL THEN 'corrected' WHEN v.verdict IS NOT NULL THEN 'confirmed' END AS judged,
        e.added_by,
        d.text
    FROM event_rows e
    JOIN documents d ON d.id = e.document_id
    LEFT JOIN corrections c ON c.target_table = 'events' AND c.target_id = e.id
    LEFT JOIN verdicts v ON v.target_table = 'events' AND v.target_id = e.id
    CROSS JOIN renamed_actors a
    WHERE v.verdict IS DISTINCT FROM 'reject'
)
SELECT
    j.id,
    j.document_id,
    j.publisher,
    j.published,
    j.title,
    j.url,
    j.number,
    j.sentence_start,
    j.sentence_end,
    j.trigger_start,
    j.trigger_end,
    j.type,
    j.mode,
    j.context,
    j.cameo,
    j.actor,
    j.actor_start,
    j.actor_end,
    j.recipient,
    j.recipient_start,
    j.recipient_end,
    j.status,
    j.attributed_to,
    j.condition_start,
    j.condition_end,
    j.content_start,
    j.content_end,
    j.date,
    j.date_basis,
    j.date_precision,
    j.date_earliest,
    j.date_latest,
    j.date_start,
    j.date_end,
    j.place,
    j.place_basis,
    j.place_start,
    j.place_end,
    j.place_country,
    j.place_id,
    j.latitude,
    j.longitude,
    j.rule,
    j.entry,
    j.frame,
    j.quote_number,
    j.evidence_spans,
    j.reciprocal,
    j.judged,
    j.added_by,
    words(j.text, j.sentence_start, j.sentence_end) AS sentence_words,
    words(j.text, j.trigger_start, j.trigger_end) AS trigger_words,
    words(j.text, j.actor_start, j.actor_end) AS actor_words,
    words(j.text, j.recipient_start, j.recipient_end) AS recipient_words,
    words(j.text, j.condition_start, j.condition_end) AS condition_words,
    words(j.text, j.content_start, j.content_end) AS content_words,
    words(j.text, j.date_start, j.date_end) AS date_words,
    words(j.text, j.place_start, j.place_end) AS place_words
FROM judged j;
COMMENT ON VIEW events IS 'Acts, one row each, judgements applied.';
COMMENT ON COLUMN events.id IS 'The row''s id, the same on every run and in format 1.';
COMMENT ON COLUMN events.document_id IS 'The report.';
COMMENT ON COLUMN events.publisher IS 'Newspaper or agency.';
COMMENT ON COLUMN events.published IS 'Day of publication.';
COMMENT ON COLUMN events.title IS 'Headline.';
COMMENT ON COLUMN events.url IS 'Address on the web.';
COMMENT ON COLUMN events.number IS 'Place among the events of the report, from 0; none where a person added it.';
COMMENT ON COLUMN events.sentence_start IS 'First character of the sentence that states it.';
COMMENT ON COLUMN events.sentence_end IS 'End of that sentence.';
COMMENT ON COLUMN events.trigger_start IS 'First character of the words that express the act.';
COMMENT ON COLUMN events.trigger_end IS 'End of those words.';
COMMENT ON COLUMN events.type IS 'PLOVER type; see docs/codebook.md.';
COMMENT ON COLUMN events.mode IS 'PLOVER mode.';
COMMENT ON COLUMN events.context IS 'PLOVER contexts.';
COMMENT ON COLUMN events.cameo IS 'CAMEO code.';
COMMENT ON COLUMN events.actor IS 'Codes of who did or said it.';
COMMENT ON COLUMN events.actor_start IS 'First character of the mention of the actor.';
COMMENT ON COLUMN events.actor_end IS 'End of that mention.';
COMMENT ON COLUMN events.recipient IS 'Codes of whom it was done or said to.';
COMMENT ON COLUMN events.recipient_start IS 'First character of the mention of the recipient.';
COMMENT ON COLUMN events.recipient_end IS 'End of that mention.';
COMMENT ON COLUMN events.status IS 'actual, future, conditional, negated, hypothetical or past.';
COMMENT ON COLUMN events.attributed_to IS 'Codes of who asserts it; empty where the report does.';
COMMENT ON COLUMN events.condition_start IS 'First character of the condition.';
COMMENT ON COLUMN events.condition_end IS 'End of the condition.';
COMMENT ON COLUMN events.content_start IS 'First character of what is demanded, offered, threatened …';
COMMENT ON COLUMN events.content_end IS 'End of that.';
COMMENT ON COLUMN events.date IS 'Day of the act, where the report gives one.';
COMMENT ON COLUMN events.date_basis IS 'explicit, relative, published or lead.';
COMMENT ON COLUMN events.date_precision IS 'day, week, month, year or open.';
COMMENT ON COLUMN events.date_earliest IS 'First day it may have happened on.';
COMMENT ON COLUMN events.date_latest IS 'Last day it may have happened on.';
COMMENT ON COLUMN events.date_start IS 'First character of the words that date it.';
COMMENT ON COLUMN events.date_end IS 'End of those words.';
COMMENT ON COLUMN events.place IS 'Name of the place of the act.';
COMMENT ON COLUMN events.place_basis IS 'explicit or dateline.';
COMMENT ON COLUMN events.place_start IS 'First character of the place''s name.';
COMMENT ON COLUMN events.place_end IS 'End of the place''s name.';
COMMENT ON COLUMN events.place_country IS 'Country of the place (ISO 3166 alpha-3).';
COMMENT ON COLUMN events.place_id IS 'Id of the place in the gazetteer.';
COMMENT ON COLUMN events.latitude IS 'Latitude of the place.';
COMMENT ON COLUMN events.longitude IS 'Longitude of the place.';
COMMENT ON COLUMN events.rule IS 'The rule that read it.';
COMMENT ON COLUMN events.entry IS 'The entry of the lexicon that matched.';
COMMENT ON COLUMN events.frame IS 'The clause frame in words.';
COMMENT ON COLUMN events.quote_number IS 'Number of the quote whose words hold it.';
COMMENT ON COLUMN events.evidence_spans IS 'Start and end of each stretch of text it rests on.';
COMMENT ON COLUMN events.reciprocal IS 'Whether both sides act on each other.';
COMMENT ON COLUMN events.judged IS 'What people did to the row: added, corrected or confirmed; none where nobody judged it.';
COMMENT ON COLUMN events.added_by IS 'The judgement that added the row; none where the coder found it.';
COMMENT ON COLUMN events.sentence_words IS 'Those words of the report (the sentence).';
COMMENT ON COLUMN events.trigger_words IS 'Those words of the report (the trigger).';
COMMENT ON COLUMN events.actor_words IS 'Those words of the report (the actor).';
COMMENT ON COLUMN events.recipient_words IS 'Those words of the report (the recipient).';
COMMENT ON COLUMN events.condition_words IS 'Those words of the report (the condition).';
COMMENT ON COLUMN events.content_words IS 'Those words of the report (the content).';
COMMENT ON COLUMN events.date_words IS 'Those words of the report (the date).';
COMMENT ON COLUMN events.place_words IS 'Those words of the report (the place).';

CREATE OR REPLACE VIEW quotes AS
WITH judged AS (
    SELECT
        q.id,
        q.document_id,
        d.publisher,
        d.published,
        d.title,
        d.url,
        q.number,
        corrected_spans(c.fields, 'quote', q.quote_spans) AS quote_spans,
        corrected(c.fields, 'kind', q.kind) AS kind,
        corrected_offset(c.fields, 'cue', 0, q.cue_start) AS cue_start,
        corrected_offset(c.fields, 'cue', 1, q.cue_end) AS cue_end,
        corrected(c.fields, 'cue_lemma', q.cue_lemma) AS cue_lemma,
        corrected_offset(c.fields, 'speaker_span', 0, q.speaker_start) AS speaker_start,
        corrected_offset(c.fields, 'speaker_span', 1, q.speaker_end) AS speaker_end,
        corrected(c.fields, 'speaker', q.speaker) AS speaker,
        renamed_list(a.names, corrected_list(c.fields, 'speaker_actor', q.speaker_actor)) AS speaker_actor,
        corrected(c.fields, 'attitude', q.attitude) AS attitude,
        corrected(c.fields, 'force', q.force) AS force,
        corrected_count(c.fields, 'inside', q.inside_number) AS inside_number,
        corrected(c.fields, 'rule', q.rule) AS rule,
        CASE WHEN q.added_by IS NOT NULL THEN 'added' WHEN c.fields IS NOT NULL THEN 'corrected' WHEN v.verdict IS NOT NULL THEN 'confirmed' END AS judged,
        q.added_by,
        d.text
    FROM quote_rows q
    JOIN documents d ON d.id = q.document_id
    LEFT JOIN corrections c ON c.target_table = 'quotes' AND c.target_id = q.id
    LEFT JOIN verdicts v ON v.target_table = 'quotes' AND v.target_id = q.id
    CROSS JOIN renamed_actors a
    WHERE v.verdict IS DISTINCT FROM 'reject'
        AND q.is_said
)
SELECT
    j.id,
    j.document_id,
    j.publisher,
    j.published,
    j.title,
    j.url,
    j.number,
    j.quote_spans,
    j.kind,
    j.cue_start,
    j.cue_end,
    j.cue_lemma,
    j.speaker_start,
    j.speaker_end,
    j.speaker,
    j.speaker_actor,
    j.attitude,
    j.force,
    j.inside_number,
    j.rule,
    j.judged,
    j.added_by,
    all_words(j.text, j.quote_spans) AS quote_words,
    words(j.text, j.cue_start, j.cue_end) AS cue_words,
    words(j.text, j.speaker_start, j.speaker_end) AS speaker_words
FROM judged j;
COMMENT ON VIEW quotes IS 'What somebody is reported to have said, one row each, judgements applied.';
COMMENT ON COLUMN quotes.id IS 'The row''s id, the same on every run.';
COMMENT ON COLUMN quotes.document_id IS 'The report.';
COMMENT ON COLUMN quotes.publisher IS 'Newspaper or agency.';
COMMENT ON COLUMN quotes.published IS 'Day of publication.';
COMMENT ON COLUMN quotes.title IS 'Headline.';
COMMENT ON COLUMN quotes.url IS 'Address on the web.';
COMMENT ON COLUMN quotes.number IS 'Place among the quotes (or attributions) of the report, from 0; none where a person added it.';
COMMENT ON COLUMN quotes.quote_spans IS 'Start and end of each stretch of the words; several for a split quote.';
COMMENT ON COLUMN quotes.kind IS 'direct, indirect or mixed.';
COMMENT ON COLUMN quotes.cue_start IS 'First character of the cue (said, according to).';
COMMENT ON COLUMN quotes.cue_end IS 'End of the cue.';
COMMENT ON COLUMN quotes.cue_lemma IS 'Base form of the cue.';
COMMENT ON COLUMN quotes.speaker_start IS 'First character of the mention of the speaker.';
COMMENT ON COLUMN quotes.speaker_end IS 'End of that mention.';
COMMENT ON COLUMN quotes.speaker IS 'Full name of the speaker, or a collective.';
COMMENT ON COLUMN quotes.speaker_actor IS 'Codes of whom the speaker speaks for.';
COMMENT ON COLUMN quotes.attitude IS 'said, believed, intended or felt.';
COMMENT ON COLUMN quotes.force IS 'Force of the cue: assertive, directive, commissive or denying.';
COMMENT ON COLUMN quotes.inside_number IS 'Number of the quote that this one lies in.';
COMMENT ON COLUMN quotes.rule IS 'The rule that found it.';
COMMENT ON COLUMN quotes.judged IS 'What people did to the row: added, corrected or confirmed; none where nobody judged it.';
COMMENT ON COLUMN quotes.added_by IS 'The judgement that added the row; none where the coder found it.';
COMMENT ON COLUMN quotes.quote_words IS 'The words, parts of a split quote joined by an ellipsis.';
COMMENT ON COLUMN quotes.cue_words IS 'Those words of the report (the cue).';
COMMENT ON COLUMN quotes.speaker_words IS 'Those words of the report (the speaker).';

CREATE OR REPLACE VIEW attributions AS
WITH judged AS (
    SELECT
        q.id,
        q.document_id,
        d.publisher,
        d.published,
        d.title,
        d.url,
        q.number,
        corrected_spans(c.fields, 'quote', q.quote_spans) AS quote_spans,
        corrected(c.fields, 'kind', q.kind) AS kind,
        corrected_offset(c.fields, 'cue', 0, q.cue_start) AS cue_start,
        corrected_offset(c.fields, 'cue', 1, q.cue_end) AS cue_end,
        corrected(c.fields, 'cue_lemma', q.cue_lemma) AS cue_lemma,
        corrected_offset(c.fields, 'speaker_span', 0, q.speaker_start) AS speaker_start,
        corrected_offset(c.fields, 'speaker_span', 1, q.speaker_end) AS speaker_end,
        corrected(c.fields, 'speaker', q.speaker) AS speaker,
        renamed_list(a.names, corrected_list(c.fields, 'speaker_actor', q.speaker_actor)) AS speaker_actor,
        corrected(c.fields, 'attitude', q.attitude) AS attitude,
        corrected(c.fields, 'force', q.force) AS force,
        corrected_count(c.fields, 'inside', q.inside_number) AS inside_number,
        corrected(c.fields, 'rule', q.rule) AS rule,
        CASE WHEN q.added_by IS NOT NULL THEN 'added' WHEN c.fields IS NOT NULL THEN 'corrected' WHEN v.verdict IS NOT NULL THEN 'confirmed' END AS judged,
        q.added_by,
        d.text
    FROM quote_rows q
    JOIN documents d ON d.id = q.document_id
    LEFT JOIN corrections c ON c.target_table = 'attributions' AND c.target_id = q.id
    LEFT JOIN verdicts v ON v.target_table = 'attributions' AND v.target_id = q.id
    CROSS JOIN renamed_actors a
    WHERE v.verdict IS DISTINCT FROM 'reject'
        AND NOT q.is_said
)
SELECT
    j.id,
    j.document_id,
    j.publisher,
    j.published,
    j.title,
    j.url,
    j.number,
    j.quote_spans,
    j.kind,
    j.cue_start,
    j.cue_end,
    j.cue_lemma,
    j.speaker_start,
    j.speaker_end,
    j.speaker,
    j.speaker_actor,
    j.attitude,
    j.force,
    j.inside_number,
    j.rule,
    j.judged,
    j.added_by,
    all_words(j.text, j.quote_spans) AS quote_words,
    words(j.text, j.cue_start, j.cue_end) AS cue_words,
    words(j.text, j.speaker_start, j.speaker_end) AS speaker_words
FROM judged j;
COMMENT ON VIEW attributions IS 'Beliefs, intentions and feelings ascribed to somebody, one row each, judgements applied.';
COMMENT ON COLUMN attributions.id IS 'The row''s id, the same on every run.';
COMMENT ON COLUMN attributions.document_id IS 'The report.';
COMMENT ON COLUMN attributions.publisher IS 'Newspaper or agency.';
COMMENT ON COLUMN attributions.published IS 'Day of publication.';
COMMENT ON COLUMN attributions.title IS 'Headline.';
COMMENT ON COLUMN attributions.url IS 'Address on the web.';
COMMENT ON COLUMN attributions.number IS 'Place among the quotes (or attributions) of the report, from 0; none where a person added it.';
COMMENT ON COLUMN attributions.quote_spans IS 'Start and end of each stretch of the words; several for a split quote.';
COMMENT ON COLUMN attributions.kind IS 'direct, indirect or mixed.';
COMMENT ON COLUMN attributions.cue_start IS 'First character of the cue (said, according to).';
COMMENT ON COLUMN attributions.cue_end IS 'End of the cue.';
COMMENT ON COLUMN attributions.cue_lemma IS 'Base form of the cue.';
COMMENT ON COLUMN attributions.speaker_start IS 'First character of the mention of the speaker.';
COMMENT ON COLUMN attributions.speaker_end IS 'End of that mention.';
COMMENT ON COLUMN attributions.speaker IS 'Full name of the speaker, or a collective.';
COMMENT ON COLUMN attributions.speaker_actor IS 'Codes of whom the speaker speaks for.';
COMMENT ON COLUMN attributions.attitude IS 'said, believed, intended or felt.';
COMMENT ON COLUMN attributions.force IS 'Force of the cue: assertive, directive, commissive or denying.';
COMMENT ON COLUMN attributions.inside_number IS 'Number of the quote that this one lies in.';
COMMENT ON COLUMN attributions.rule IS 'The rule that found it.';
COMMENT ON COLUMN attributions.judged IS 'What people did to the row: added, corrected or confirmed; none where nobody judged it.';
COMMENT ON COLUMN attributions.added_by IS 'The judgement that added the row; none where the coder found it.';
COMMENT ON COLUMN attributions.quote_words IS 'The words, parts of a split quote joined by an ellipsis.';
COMMENT ON COLUMN attributions.cue_words IS 'Those words of the report (the cue).';
COMMENT ON COLUMN attributions.speaker_words IS 'Those words of the report (the speaker).';

CREATE OR REPLACE VIEW positions AS
WITH judged AS (
    SELECT
        p.id,
        p.document_id,
        d.publisher,
        d.published,
        d.title,
        d.url,
        p.number,
        renamed_list(a.names, corrected_list(c.fields, 'party', p.party)) AS party,
        corrected(c.fields, 'stance', p.stance) AS stance,
        renamed_list(a.names, corrected_list(c.fields, 'addressee', p.addressee)) AS addressee,
        renamed(i.names, corrected(c.fields, 'issue', p.issue)) AS issue,
        corrected(c.fields, 'why_issue', p.why_issue) AS why_issue,
        corrected_offset(c.fields, 'content', 0, p.content_start) AS content_start,
        corrected_offset(c.fields, 'content', 1, p.content_end) AS content_end,
        corrected_offset(c.fields, 'evidence', 0, p.evidence_start) AS evidence_start,
        corrected_offset(c.fields, 'evidence', 1, p.evidence_end) AS evidence_end,
        corrected_offset(c.fields, 'condition', 0, p.condition_start) AS condition_start,
        corrected_offset(c.fields, 'condition', 1, p.condition_end) AS condition_end,
        renamed_list(a.names, corrected_list(c.fields, 'attributed_to', p.attributed_to)) AS attributed_to,
        corrected(c.fields, 'rule', p.rule) AS rule,
        corrected_list(c.fields, 'from', p.event_ids) AS event_ids,
        CASE WHEN p.added_by IS NOT NULL THEN 'added' WHEN c.fields IS NOT NULL THEN 'corrected' WHEN v.verdict IS NOT NULL THEN 'confirmed' END AS judged,
        p.added_by,
        d.text
    FROM position_rows p
    JOIN documents d ON d.id = p.document_id
    LEFT JOIN corrections c ON c.target_table = 'positions' AND c.target_id = p.id
    LEFT JOIN verdicts v ON v.target_table = 'positions' AND v.target_id = p.id
    CROSS JOIN renamed_actors a
    CROSS JOIN renamed_issues i
    WHERE v.verdict IS DISTINCT FROM 'reject'
)
SELECT
    j.id,
    j.document_id,
    j.publisher,
    j.published,
    j.title,
    j.url,
    j.number,
    j.party,
    j.stance,
    j.addressee,
    j.issue,
    j.why_issue,
    j.content_start,
    j.content_end,
    j.evidence_start,
    j.evidence_end,
    j.condition_start,
    j.condition_end,
    j.attributed_to,
    j.rule,
    j.event_ids,
    j.judged,
    j.added_by,
    words(j.text, j.content_start, j.content_end) AS content_words,
    words(j.text, j.evidence_start, j.evidence_end) AS evidence_words,
    words(j.text, j.condition_start, j.condition_end) AS condition_words
FROM judged j;
COMMENT ON VIEW positions IS 'Who demands, offers, refuses … what, one row each, judgements applied.';
COMMENT ON COLUMN positions.id IS 'The row''s id, the same on every run.';
COMMENT ON COLUMN positions.document_id IS 'The report.';
COMMENT ON COLUMN positions.publisher IS 'Newspaper or agency.';
COMMENT ON COLUMN positions.published IS 'Day of publication.';
COMMENT ON COLUMN positions.title IS 'Headline.';
COMMENT ON COLUMN positions.url IS 'Address on the web.';
COMMENT ON COLUMN positions.number IS 'Place among the positions of the report, from 0; none where a person added it.';
COMMENT ON COLUMN positions.party IS 'Codes of whose stance it is.';
COMMENT ON COLUMN positions.stance IS 'demand, offer, accept, refuse, defer, threaten, assure or condition.';
COMMENT ON COLUMN positions.addressee IS 'Codes of whom it is addressed to.';
COMMENT ON COLUMN positions.issue IS 'The matter, as a short phrase.';
COMMENT ON COLUMN positions.why_issue IS 'How the matter was found.';
COMMENT ON COLUMN positions.content_start IS 'First character of what is demanded, offered …';
COMMENT ON COLUMN positions.content_end IS 'End of that.';
COMMENT ON COLUMN positions.evidence_start IS 'First character of the sentence that states it.';
COMMENT ON COLUMN positions.evidence_end IS 'End of that sentence.';
COMMENT ON COLUMN positions.condition_start IS 'First character of the condition.';
COMMENT ON COLUMN positions.condition_end IS 'End of the condition.';
COMMENT ON COLUMN positions.attributed_to IS 'Codes of who reports the stance where the party itself does not.';
COMMENT ON COLUMN positions.rule IS 'The rule that took it.';
COMMENT ON COLUMN positions.event_ids IS 'Ids of the events it rests on.';
COMMENT ON COLUMN positions.judged IS 'What people did to the row: added, corrected or confirmed; none where nobody judged it.';
COMMENT ON COLUMN positions.added_by IS 'The judgement that added the row; none where the coder found it.';
COMMENT ON COLUMN positions.content_words IS 'Those words of the report (the content).';
COMMENT ON COLUMN positions.evidence_words IS 'Those words of the report (the evidence).';
COMMENT ON COLUMN positions.condition_words IS 'Those words of the report (the condition).';

COMMENT ON COLUMN orphans.number IS 'Counts the judgements, from 1; of two on one thing the later counts.';
COMMENT ON COLUMN orphans.id IS 'Hash of the judgement''s content.';
COMMENT ON COLUMN orphans.author IS 'Who judged.';
COMMENT ON COLUMN orphans.made_at IS 'When (UTC).';
COMMENT ON COLUMN orphans.kind IS 'confirm, correct, reject, add, merge or rename.';
COMMENT ON COLUMN orphans.target_table IS 'events, quotes, attributions, positions or mentions; issues or actors for merge and rename.';
COMMENT ON COLUMN orphans.target_id IS 'The row''s id; for merge and rename the name that is replaced; none for add.';
COMMENT ON COLUMN orphans.document_id IS 'The report of the row.';
COMMENT ON COLUMN orphans.field IS 'The field that correct gives a value.';
COMMENT ON COLUMN orphans.value IS 'The value; for add a whole row of format 1; for merge and rename the new name.';
COMMENT ON COLUMN orphans.note IS 'Why.';

CREATE OR REPLACE VIEW sources AS
SELECT
    coalesce(g.group_id, 'g' || e.id) AS event_group,
    e.id AS event_id,
    e.document_id,
    e.publisher,
    e.published,
    e.title,
    e.url,
    r.reprint_id,
    e.type,
    e.status,
    e.actor,
    e.recipient,
    e.date,
    e.trigger_words,
    e.sentence_words
FROM events e
LEFT JOIN event_groups g ON g.event_id = e.id
LEFT JOIN reprints r ON r.document_id = e.document_id;
COMMENT ON VIEW sources IS 'Every telling of every event, one row each: the tellings of one event share a group. None is lost.';
COMMENT ON COLUMN sources.event_group IS 'The event: its tellings share this id. A new telling is grouped by the next run.';
COMMENT ON COLUMN sources.event_id IS 'The row of the events that tells it.';
COMMENT ON COLUMN sources.document_id IS 'The report that tells it.';
COMMENT ON COLUMN sources.publisher IS 'Newspaper or agency.';
COMMENT ON COLUMN sources.published IS 'Day of publication.';
COMMENT ON COLUMN sources.title IS 'Headline.';
COMMENT ON COLUMN sources.url IS 'Address on the web.';
COMMENT ON COLUMN sources.reprint_id IS 'The group of reprints that the report is in; none where it has no reprint.';
COMMENT ON COLUMN sources.type IS 'PLOVER type.';
COMMENT ON COLUMN sources.status IS 'actual, future, conditional, negated, hypothetical or past.';
COMMENT ON COLUMN sources.actor IS 'Codes of who did or said it.';
COMMENT ON COLUMN sources.recipient IS 'Codes of whom it was done or said to.';
COMMENT ON COLUMN sources.date IS 'Day of the act as this report has it.';
COMMENT ON COLUMN sources.trigger_words IS 'The words that express the act.';
COMMENT ON COLUMN sources.sentence_words IS 'The sentence that states it.';

CREATE OR REPLACE VIEW told_events AS
SELECT
    event_group,
    arg_min(event_id, coalesce(published, DATE '9999-12-31')::VARCHAR || event_id) AS first_event_id,
    any_value(type) AS type,
    any_value(status) AS status,
    any_value(actor) AS actor,
    any_value(recipient) AS recipient,
    min(date) AS date,
    count(*) AS tellings,
    count(DISTINCT document_id) AS reports,
    count(DISTINCT coalesce(reprint_id, document_id)) AS independent_reports,
    list(DISTINCT publisher ORDER BY publisher) FILTER (publisher IS NOT NULL) AS publishers,
    list(event_id ORDER BY event_id) AS event_ids
FROM sources
GROUP BY event_group;
COMMENT ON VIEW told_events IS 'Each event once, however many reports tell it.';
COMMENT ON COLUMN told_events.event_group IS 'The event.';
COMMENT ON COLUMN told_events.first_event_id IS 'Its telling that was published first.';
COMMENT ON COLUMN told_events.type IS 'PLOVER type.';
COMMENT ON COLUMN told_events.status IS 'actual, future, conditional, negated, hypothetical or past.';
COMMENT ON COLUMN told_events.actor IS 'Codes of who did or said it.';
COMMENT ON COLUMN told_events.recipient IS 'Codes of whom it was done or said to.';
COMMENT ON COLUMN told_events.date IS 'The earliest day that a report gives.';
COMMENT ON COLUMN told_events.tellings IS 'Rows of the events that tell it.';
COMMENT ON COLUMN told_events.reports IS 'Reports that tell it.';
COMMENT ON COLUMN told_events.independent_reports IS 'Reports that tell it, reprints of one text counted once.';
COMMENT ON COLUMN told_events.publishers IS 'Who published them.';
COMMENT ON COLUMN told_events.event_ids IS 'The rows that tell it.';

CREATE OR REPLACE VIEW one_a_day AS
SELECT * FROM events
QUALIFY row_number() OVER (
    PARTITION BY type, status, actor, recipient, coalesce(date, published)
    ORDER BY published NULLS LAST, document_id, number NULLS LAST, id
) = 1;
COMMENT ON VIEW one_a_day IS 'The events, of one act between the same actors on one day only the first.';

CREATE OR REPLACE VIEW one_a_document AS
SELECT * FROM events
QUALIFY row_number() OVER (
    PARTITION BY document_id, type, status, actor, recipient ORDER BY number NULLS LAST, id
) = 1;
COMMENT ON VIEW one_a_document IS 'The events, of one act between the same actors in one report only the first.';

COMMENT ON COLUMN one_a_day.id IS 'The row''s id, the same on every run and in format 1.';
COMMENT ON COLUMN one_a_day.document_id IS 'The report.';
COMMENT ON COLUMN one_a_day.publisher IS 'Newspaper or agency.';
COMMENT ON COLUMN one_a_day.published IS 'Day of publication.';
COMMENT ON COLUMN one_a_day.title IS 'Headline.';
COMMENT ON COLUMN one_a_day.url IS 'Address on the web.';
COMMENT ON COLUMN one_a_day.number IS 'Place among the events of the report, from 0; none where a person added it.';
COMMENT ON COLUMN one_a_day.sentence_start IS 'First character of the sentence that states it.';
COMMENT ON COLUMN one_a_day.sentence_end IS 'End of that sentence.';
COMMENT ON COLUMN one_a_day.trigger_start IS 'First character of the words that express the act.';
COMMENT ON COLUMN one_a_day.trigger_end IS 'End of those words.';
COMMENT ON COLUMN one_a_day.type IS 'PLOVER type; see docs/codebook.md.';
COMMENT ON COLUMN one_a_day.mode IS 'PLOVER mode.';
COMMENT ON COLUMN one_a_day.context IS 'PLOVER contexts.';
COMMENT ON COLUMN one_a_day.cameo IS 'CAMEO code.';
COMMENT ON COLUMN one_a_day.actor IS 'Codes of who did or said it.';
COMMENT ON COLUMN one_a_day.actor_start IS 'First character of the mention of the actor.';
COMMENT ON COLUMN one_a_day.actor_end IS 'End of that mention.';
COMMENT ON COLUMN one_a_day.recipient IS 'Codes of whom it was done or said to.';
COMMENT ON COLUMN one_a_day.recipient_start IS 'First character of the mention of the recipient.';
COMMENT ON COLUMN one_a_day.recipient_end IS 'End of that mention.';
COMMENT ON COLUMN one_a_day.status IS 'actual, future, conditional, negated, hypothetical or past.';
COMMENT ON COLUMN one_a_day.attributed_to IS 'Codes of who asserts it; empty where the report does.';
COMMENT ON COLUMN one_a_day.condition_start IS 'First character of the condition.';
COMMENT ON COLUMN one_a_day.condition_end IS 'End of the condition.';
COMMENT ON COLUMN one_a_day.content_start IS 'First character of what is demanded, offered, threatened …';
COMMENT ON COLUMN one_a_day.content_end IS 'End of that.';
COMMENT ON COLUMN one_a_day.date IS 'Day of the act, where the report gives one.';
COMMENT ON COLUMN one_a_day.date_basis IS 'explicit, relative, published or lead.';
COMMENT ON COLUMN one_a_day.date_precision IS 'day, week, month, year or open.';
COMMENT ON COLUMN one_a_day.date_earliest IS 'First day it may have happened on.';
COMMENT ON COLUMN one_a_day.date_latest IS 'Last day it may have happened on.';
COMMENT ON COLUMN one_a_day.date_start IS 'First character of the words that date it.';
COMMENT ON COLUMN one_a_day.date_end IS 'End of those words.';
COMMENT ON COLUMN one_a_day.place IS 'Name of the place of the act.';
COMMENT ON COLUMN one_a_day.place_basis IS 'explicit or dateline.';
COMMENT ON COLUMN one_a_day.place_start IS 'First character of the place''s name.';
COMMENT ON COLUMN one_a_day.place_end IS 'End of the place''s name.';
COMMENT ON COLUMN one_a_day.place_country IS 'Country of the place (ISO 3166 alpha-3).';
COMMENT ON COLUMN one_a_day.place_id IS 'Id of the place in the gazetteer.';
COMMENT ON COLUMN one_a_day.latitude IS 'Latitude of the place.';
COMMENT ON COLUMN one_a_day.longitude IS 'Longitude of the place.';
COMMENT ON COLUMN one_a_day.rule IS 'The rule that read it.';
COMMENT ON COLUMN one_a_day.entry IS 'The entry of the lexicon that matched.';
COMMENT ON COLUMN one_a_day.frame IS 'The clause frame in words.';
COMMENT ON COLUMN one_a_day.quote_number IS 'Number of the quote whose words hold it.';
COMMENT ON COLUMN one_a_day.evidence_spans IS 'Start and end of each stretch of text it rests on.';
COMMENT ON COLUMN one_a_day.reciprocal IS 'Whether both sides act on each other.';
COMMENT ON COLUMN one_a_day.judged IS 'What people did to the row: added, corrected or confirmed; none where nobody judged it.';
COMMENT ON COLUMN one_a_day.added_by IS 'The judgement that added the row; none where the coder found it.';
COMMENT ON COLUMN one_a_day.sentence_words IS 'Those words of the report (the sentence).';
COMMENT ON COLUMN one_a_day.trigger_words IS 'Those words of the report (the trigger).';
COMMENT ON COLUMN one_a_day.actor_words IS 'Those words of the report (the actor).';
COMMENT ON COLUMN one_a_day.recipient_words IS 'Those words of the report (the recipient).';
COMMENT ON COLUMN one_a_day.condition_words IS 'Those words of the report (the condition).';
COMMENT ON COLUMN one_a_day.content_words IS 'Those words of the report (the content).';
COMMENT ON COLUMN one_a_day.date_words IS 'Those words of the report (the date).';
COMMENT ON COLUMN one_a_day.place_words IS 'Those words of the report (the place).';
COMMENT ON COLUMN one_a_document.id IS 'The row''s id, the same on every run and in format 1.';
COMMENT ON COLUMN one_a_document.document_id IS 'The report.';
COMMENT ON COLUMN one_a_document.publisher IS 'Newspaper or agency.';
COMMENT ON COLUMN one_a_document.published IS 'Day of publication.';
COMMENT ON COLUMN one_a_document.title IS 'Headline.';
COMMENT ON COLUMN one_a_document.url IS 'Address on the web.';
COMMENT ON COLUMN one_a_document.number IS 'Place among the events of the report, from 0; none where a person added it.';
COMMENT ON COLUMN one_a_document.sentence_start IS 'First character of the sentence that states it.';
COMMENT ON COLUMN one_a_document.sentence_end IS 'End of that sentence.';
COMMENT ON COLUMN one_a_document.trigger_start IS 'First character of the words that express the act.';
COMMENT ON COLUMN one_a_document.trigger_end IS 'End of those words.';
COMMENT ON COLUMN one_a_document.type IS 'PLOVER type; see docs/codebook.md.';
COMMENT ON COLUMN one_a_document.mode IS 'PLOVER mode.';
COMMENT ON COLUMN one_a_document.context IS 'PLOVER contexts.';
COMMENT ON COLUMN one_a_document.cameo IS 'CAMEO code.';
COMMENT ON COLUMN one_a_document.actor IS 'Codes of who did or said it.';
COMMENT ON COLUMN one_a_document.actor_start IS 'First character of the mention of the actor.';
COMMENT ON COLUMN one_a_document.actor_end IS 'End of that mention.';
COMMENT ON COLUMN one_a_document.recipient IS 'Codes of whom it was done or said to.';
COMMENT ON COLUMN one_a_document.recipient_start IS 'First character of the mention of the recipient.';
COMMENT ON COLUMN one_a_document.recipient_end IS 'End of that mention.';
COMMENT ON COLUMN one_a_document.status IS 'actual, future, conditional, negated, hypothetical or past.';
COMMENT ON COLUMN one_a_document.attributed_to IS 'Codes of who asserts it; empty where the report does.';
COMMENT ON COLUMN one_a_document.condition_start IS 'First character of the condition.';
COMMENT ON COLUMN one_a_document.condition_end IS 'End of the condition.';
COMMENT ON COLUMN one_a_document.content_start IS 'First character of what is demanded, offered, threatened …';
COMMENT ON COLUMN one_a_document.content_end IS 'End of that.';
COMMENT ON COLUMN one_a_document.date IS 'Day of the act, where the report gives one.';
COMMENT ON COLUMN one_a_document.date_basis IS 'explicit, relative, published or lead.';
COMMENT ON COLUMN one_a_document.date_precision IS 'day, week, month, year or open.';
COMMENT ON COLUMN one_a_document.date_earliest IS 'First day it may have happened on.';
COMMENT ON COLUMN one_a_document.date_latest IS 'Last day it may have happened on.';
COMMENT ON COLUMN one_a_document.date_start IS 'First character of the words that date it.';
COMMENT ON COLUMN one_a_document.date_end IS 'End of those words.';
COMMENT ON COLUMN one_a_document.place IS 'Name of the place of the act.';
COMMENT ON COLUMN one_a_document.place_basis IS 'explicit or dateline.';
COMMENT ON COLUMN one_a_document.place_start IS 'First character of the place''s name.';
COMMENT ON COLUMN one_a_document.place_end IS 'End of the place''s name.';
COMMENT ON COLUMN one_a_document.place_country IS 'Country of the place (ISO 3166 alpha-3).';
COMMENT ON COLUMN one_a_document.place_id IS 'Id of the place in the gazetteer.';
COMMENT ON COLUMN one_a_document.latitude IS 'Latitude of the place.';
COMMENT ON COLUMN one_a_document.longitude IS 'Longitude of the place.';
COMMENT ON COLUMN one_a_document.rule IS 'The rule that read it.';
COMMENT ON COLUMN one_a_document.entry IS 'The entry of the lexicon that matched.';
COMMENT ON COLUMN one_a_document.frame IS 'The clause frame in words.';
COMMENT ON COLUMN one_a_document.quote_number IS 'Number of the quote whose words hold it.';
COMMENT ON COLUMN one_a_document.evidence_spans IS 'Start and end of each stretch of text it rests on.';
COMMENT ON COLUMN one_a_document.reciprocal IS 'Whether both sides act on each other.';
COMMENT ON COLUMN one_a_document.judged IS 'What people did to the row: added, corrected or confirmed; none where nobody judged it.';
COMMENT ON COLUMN one_a_document.added_by IS 'The judgement that added the row; none where the coder found it.';
COMMENT ON COLUMN one_a_document.sentence_words IS 'Those words of the report (the sentence).';
COMMENT ON COLUMN one_a_document.trigger_words IS 'Those words of the report (the trigger).';
COMMENT ON COLUMN one_a_document.actor_words IS 'Those words of the report (the actor).';
COMMENT ON COLUMN one_a_document.recipient_words IS 'Those words of the report (the recipient).';
COMMENT ON COLUMN one_a_document.condition_words IS 'Those words of the report (the condition).';
COMMENT ON COLUMN one_a_document.content_words IS 'Those words of the report (the content).';
COMMENT ON COLUMN one_a_document.date_words IS 'Those words of the report (the date).';
COMMENT ON COLUMN one_a_document.place_words IS 'Those words of the report (the place).';
