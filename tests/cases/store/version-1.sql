-- The tables of a store, version 1 ("standoff run" fills them). Analysts query the views of
-- views.sql, which carry the short names and show what people judged; these tables hold what
-- the coder found. Every offset counts characters (code points) of documents.text from 0, and
-- an end lies one past the last character.

CREATE TABLE schema_version (
    version INTEGER NOT NULL
);
COMMENT ON TABLE schema_version IS 'The version of these tables; one row.';
COMMENT ON COLUMN schema_version.version IS 'Raised by one with every migration.';

CREATE TABLE documents (
    id VARCHAR NOT NULL,
    title VARCHAR,
    published DATE,
    publisher VARCHAR,
    url VARCHAR,
    language VARCHAR,
    text VARCHAR NOT NULL,
    reader VARCHAR NOT NULL,
    source_sha256 VARCHAR NOT NULL,
    dateline_start INTEGER,
    dateline_end INTEGER,
    dateline_place VARCHAR,
    dateline_agency VARCHAR,
    paragraphs INTEGER[][] NOT NULL,
    coder_hash VARCHAR NOT NULL,
    standoff VARCHAR NOT NULL,
    data_sha256 VARCHAR NOT NULL,
    model VARCHAR NOT NULL,
    model_version VARCHAR NOT NULL
);
COMMENT ON TABLE documents IS 'The reports, one row each.';
COMMENT ON COLUMN documents.id IS 'The report''s id: the one its source gives, else a hash of its text.';
COMMENT ON COLUMN documents.title IS 'Headline.';
COMMENT ON COLUMN documents.published IS 'Day of publication.';
COMMENT ON COLUMN documents.publisher IS 'Newspaper or agency.';
COMMENT ON COLUMN documents.url IS 'Address on the web.';
COMMENT ON COLUMN documents.language IS 'Language of the text (ISO 639-1).';
COMMENT ON COLUMN documents.text IS 'The text every offset counts in.';
COMMENT ON COLUMN documents.reader IS 'Format it was read from.';
COMMENT ON COLUMN documents.source_sha256 IS 'Hash of the source; a changed source is coded again.';
COMMENT ON COLUMN documents.dateline_start IS 'First character of the dateline.';
COMMENT ON COLUMN documents.dateline_end IS 'End of the dateline.';
COMMENT ON COLUMN documents.dateline_place IS 'Place named in the dateline.';
COMMENT ON COLUMN documents.dateline_agency IS 'Agency named in the dateline.';
COMMENT ON COLUMN documents.paragraphs IS 'Start and end of each stretch of prose.';
COMMENT ON COLUMN documents.coder_hash IS 'Hash of the coder: its version, data and model.';
COMMENT ON COLUMN documents.standoff IS 'Version of Standoff that coded it.';
COMMENT ON COLUMN documents.data_sha256 IS 'Hash of the data files that it was coded with.';
COMMENT ON COLUMN documents.model IS 'Package of the parser''s model.';
COMMENT ON COLUMN documents.model_version IS 'Version of that model.';

CREATE TABLE sentences (
    document_id VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL
);
COMMENT ON TABLE sentences IS 'The sentences of the reports.';
COMMENT ON COLUMN sentences.document_id IS 'The report.';
COMMENT ON COLUMN sentences.number IS 'Place in the report, from 0.';
COMMENT ON COLUMN sentences.sentence_start IS 'First character.';
COMMENT ON COLUMN sentences.sentence_end IS 'End.';

CREATE TABLE mention_rows (
    id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    number INTEGER,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    head_start INTEGER NOT NULL,
    head_end INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    actor VARCHAR[] NOT NULL,
    name VARCHAR,
    role VARCHAR,
    sector VARCHAR,
    antecedent_start INTEGER,
    antecedent_end INTEGER,
    rule VARCHAR NOT NULL,
    reason VARCHAR,
    fingerprint VARCHAR NOT NULL,
    added_by VARCHAR
);
COMMENT ON TABLE mention_rows IS 'Stretches of text that name someone, as the coder found them.';
COMMENT ON COLUMN mention_rows.id IS 'The row''s id, the same on every run.';
COMMENT ON COLUMN mention_rows.document_id IS 'The report.';
COMMENT ON COLUMN mention_rows.number IS 'Place among the mentions of the report, from 0; none where a person added it.';
COMMENT ON COLUMN mention_rows.span_start IS 'First character of the phrase, with title and apposition.';
COMMENT ON COLUMN mention_rows.span_end IS 'End of the phrase.';
COMMENT ON COLUMN mention_rows.head_start IS 'First character of its head word.';
COMMENT ON COLUMN mention_rows.head_end IS 'End of its head word.';
COMMENT ON COLUMN mention_rows.kind IS 'name, role, group, place, description, pronoun or modifier.';
COMMENT ON COLUMN mention_rows.actor IS 'Codes of who it is on the day of the report; empty where unresolved.';
COMMENT ON COLUMN mention_rows.name IS 'Resolved full name or collective.';
COMMENT ON COLUMN mention_rows.role IS 'The part somebody plays: head of state, spokesman …';
COMMENT ON COLUMN mention_rows.sector IS 'Sector: government, military, civilian …';
COMMENT ON COLUMN mention_rows.antecedent_start IS 'First character of the mention it points back to.';
COMMENT ON COLUMN mention_rows.antecedent_end IS 'End of the mention it points back to.';
COMMENT ON COLUMN mention_rows.rule IS 'The rule that resolved it.';
COMMENT ON COLUMN mention_rows.reason IS 'Why it resolves so, or why it does not.';
COMMENT ON COLUMN mention_rows.fingerprint IS 'Hash of the row''s content.';
COMMENT ON COLUMN mention_rows.added_by IS 'The judgement that added the row; none where the coder found it.';

CREATE TABLE event_rows (
    id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    number INTEGER,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    type VARCHAR NOT NULL,
    mode VARCHAR,
    context VARCHAR[] NOT NULL,
    cameo VARCHAR,
    actor VARCHAR[] NOT NULL,
    actor_start INTEGER,
    actor_end INTEGER,
    recipient VARCHAR[] NOT NULL,
    recipient_start INTEGER,
    recipient_end INTEGER,
    status VARCHAR NOT NULL,
    attributed_to VARCHAR[] NOT NULL,
    condition_start INTEGER,
    condition_end INTEGER,
    content_start INTEGER,
    content_end INTEGER,
    date DATE,
    date_basis VARCHAR,
    date_precision VARCHAR,
    date_earliest DATE,
    date_latest DATE,
    date_start INTEGER,
    date_end INTEGER,
    place VARCHAR,
    place_basis VARCHAR,
    place_start INTEGER,
    place_end INTEGER,
    place_country VARCHAR,
    place_id VARCHAR,
    latitude DOUBLE,
    longitude DOUBLE,
    rule VARCHAR NOT NULL,
    entry VARCHAR,
    frame VARCHAR,
    quote_number INTEGER,
    evidence_spans INTEGER[][] NOT NULL,
    reciprocal BOOLEAN NOT NULL,
    fingerprint VARCHAR NOT NULL,
    added_by VARCHAR
);
COMMENT ON TABLE event_rows IS 'Acts: who did or said what to whom, as the coder found them.';
COMMENT ON COLUMN event_rows.id IS 'The row''s id, the same on every run and in format 1.';
COMMENT ON COLUMN event_rows.document_id IS 'The report.';
COMMENT ON COLUMN event_rows.number IS 'Place among the events of the report, from 0; none where a person added it.';
COMMENT ON COLUMN event_rows.sentence_start IS 'First character of the sentence that states it.';
COMMENT ON COLUMN event_rows.sentence_end IS 'End of that sentence.';
COMMENT ON COLUMN event_rows.trigger_start IS 'First character of the words that express the act.';
COMMENT ON COLUMN event_rows.trigger_end IS 'End of those words.';
COMMENT ON COLUMN event_rows.type IS 'PLOVER type; see docs/codebook.md.';
COMMENT ON COLUMN event_rows.mode IS 'PLOVER mode.';
COMMENT ON COLUMN event_rows.context IS 'PLOVER contexts.';
COMMENT ON COLUMN event_rows.cameo IS 'CAMEO code.';
COMMENT ON COLUMN event_rows.actor IS 'Codes of who did or said it.';
COMMENT ON COLUMN event_rows.actor_start IS 'First character of the mention of the actor.';
COMMENT ON COLUMN event_rows.actor_end IS 'End of that mention.';
COMMENT ON COLUMN event_rows.recipient IS 'Codes of whom it was done or said to.';
COMMENT ON COLUMN event_rows.recipient_start IS 'First character of the mention of the recipient.';
COMMENT ON COLUMN event_rows.recipient_end IS 'End of that mention.';
COMMENT ON COLUMN event_rows.status IS 'actual, future, conditional, negated, hypothetical or past.';
COMMENT ON COLUMN event_rows.attributed_to IS 'Codes of who asserts it; empty where the report does.';
COMMENT ON COLUMN event_rows.condition_start IS 'First character of the condition.';
COMMENT ON COLUMN event_rows.condition_end IS 'End of the condition.';
COMMENT ON COLUMN event_rows.content_start IS 'First character of what is demanded, offered, threatened …';
COMMENT ON COLUMN event_rows.content_end IS 'End of that.';
COMMENT ON COLUMN event_rows.date IS 'Day of the act, where the report gives one.';
COMMENT ON COLUMN event_rows.date_basis IS 'explicit, relative, published or lead.';
COMMENT ON COLUMN event_rows.date_precision IS 'day, week, month, year or open.';
COMMENT ON COLUMN event_rows.date_earliest IS 'First day it may have happened on.';
COMMENT ON COLUMN event_rows.date_latest IS 'Last day it may have happened on.';
COMMENT ON COLUMN event_rows.date_start IS 'First character of the words that date it.';
COMMENT ON COLUMN event_rows.date_end IS 'End of those words.';
COMMENT ON COLUMN event_rows.place IS 'Name of the place of the act.';
COMMENT ON COLUMN event_rows.place_basis IS 'explicit or dateline.';
COMMENT ON COLUMN event_rows.place_start IS 'First character of the place''s name.';
COMMENT ON COLUMN event_rows.place_end IS 'End of the place''s name.';
COMMENT ON COLUMN event_rows.place_country IS 'Country of the place (ISO 3166 alpha-3).';
COMMENT ON COLUMN event_rows.place_id IS 'Id of the place in the gazetteer.';
COMMENT ON COLUMN event_rows.latitude IS 'Latitude of the place.';
COMMENT ON COLUMN event_rows.longitude IS 'Longitude of the place.';
COMMENT ON COLUMN event_rows.rule IS 'The rule that read it.';
COMMENT ON COLUMN event_rows.entry IS 'The entry of the lexicon that matched.';
COMMENT ON COLUMN event_rows.frame IS 'The clause frame in words.';
COMMENT ON COLUMN event_rows.quote_number IS 'Number of the quote whose words hold it.';
COMMENT ON COLUMN event_rows.evidence_spans IS 'Start and end of each stretch of text it rests on.';
COMMENT ON COLUMN event_rows.reciprocal IS 'Whether both sides act on each other.';
COMMENT ON COLUMN event_rows.fingerprint IS 'Hash of the row''s content.';
COMMENT ON COLUMN event_rows.added_by IS 'The judgement that added the row; none where the coder found it.';

CREATE TABLE quote_rows (
    id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    number INTEGER,
    is_said BOOLEAN NOT NULL,
    quote_spans INTEGER[][] NOT NULL,
    kind VARCHAR NOT NULL,
    cue_start INTEGER,
    cue_end INTEGER,
    cue_lemma VARCHAR,
    speaker_start INTEGER,
    speaker_end INTEGER,
    speaker VARCHAR,
    speaker_actor VARCHAR[] NOT NULL,
    attitude VARCHAR NOT NULL,
    force VARCHAR,
    inside_number INTEGER,
    rule VARCHAR NOT NULL,
    fingerprint VARCHAR NOT NULL,
    added_by VARCHAR
);
COMMENT ON TABLE quote_rows IS 'What somebody is reported to have said, believed, intended or felt, as the coder found it.';
COMMENT ON COLUMN quote_rows.id IS 'The row''s id, the same on every run.';
COMMENT ON COLUMN quote_rows.document_id IS 'The report.';
COMMENT ON COLUMN quote_rows.number IS 'Place among the quotes (or attributions) of the report, from 0; none where a person added it.';
COMMENT ON COLUMN quote_rows.is_said IS 'True for words said, false for a belief, intention or feeling ascribed.';
COMMENT ON COLUMN quote_rows.quote_spans IS 'Start and end of each stretch of the words; several for a split quote.';
COMMENT ON COLUMN quote_rows.kind IS 'direct, indirect or mixed.';
COMMENT ON COLUMN quote_rows.cue_start IS 'First character of the cue (said, according to).';
COMMENT ON COLUMN quote_rows.cue_end IS 'End of the cue.';
COMMENT ON COLUMN quote_rows.cue_lemma IS 'Base form of the cue.';
COMMENT ON COLUMN quote_rows.speaker_start IS 'First character of the mention of the speaker.';
COMMENT ON COLUMN quote_rows.speaker_end IS 'End of that mention.';
COMMENT ON COLUMN quote_rows.speaker IS 'Full name of the speaker, or a collective.';
COMMENT ON COLUMN quote_rows.speaker_actor IS 'Codes of whom the speaker speaks for.';
COMMENT ON COLUMN quote_rows.attitude IS 'said, believed, intended or felt.';
COMMENT ON COLUMN quote_rows.force IS 'Force of the cue: assertive, directive, commissive or denying.';
COMMENT ON COLUMN quote_rows.inside_number IS 'Number of the quote that this one lies in.';
COMMENT ON COLUMN quote_rows.rule IS 'The rule that found it.';
COMMENT ON COLUMN quote_rows.fingerprint IS 'Hash of the row''s content.';
COMMENT ON COLUMN quote_rows.added_by IS 'The judgement that added the row; none where the coder found it.';

CREATE TABLE position_rows (
    id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    number INTEGER,
    party VARCHAR[] NOT NULL,
    stance VARCHAR NOT NULL,
    addressee VARCHAR[] NOT NULL,
    issue VARCHAR,
    why_issue VARCHAR,
    content_start INTEGER,
    content_end INTEGER,
    evidence_start INTEGER NOT NULL,
    evidence_end INTEGER NOT NULL,
    condition_start INTEGER,
    condition_end INTEGER,
    attributed_to VARCHAR[] NOT NULL,
    rule VARCHAR NOT NULL,
    event_ids VARCHAR[] NOT NULL,
    fingerprint VARCHAR NOT NULL,
    added_by VARCHAR
);
COMMENT ON TABLE position_rows IS 'Who demands, offers, refuses … what, as the coder found it.';
COMMENT ON COLUMN position_rows.id IS 'The row''s id, the same on every run.';
COMMENT ON COLUMN position_rows.document_id IS 'The report.';
COMMENT ON COLUMN position_rows.number IS 'Place among the positions of the report, from 0; none where a person added it.';
COMMENT ON COLUMN position_rows.party IS 'Codes of whose stance it is.';
COMMENT ON COLUMN position_rows.stance IS 'demand, offer, accept, refuse, defer, threaten, assure or condition.';
COMMENT ON COLUMN position_rows.addressee IS 'Codes of whom it is addressed to.';
COMMENT ON COLUMN position_rows.issue IS 'The matter, as a short phrase.';
COMMENT ON COLUMN position_rows.why_issue IS 'How the matter was found.';
COMMENT ON COLUMN position_rows.content_start IS 'First character of what is demanded, offered …';
COMMENT ON COLUMN position_rows.content_end IS 'End of that.';
COMMENT ON COLUMN position_rows.evidence_start IS 'First character of the sentence that states it.';
COMMENT ON COLUMN position_rows.evidence_end IS 'End of that sentence.';
COMMENT ON COLUMN position_rows.condition_start IS 'First character of the condition.';
COMMENT ON COLUMN position_rows.condition_end IS 'End of the condition.';
COMMENT ON COLUMN position_rows.attributed_to IS 'Codes of who reports the stance where the party itself does not.';
COMMENT ON COLUMN position_rows.rule IS 'The rule that took it.';
COMMENT ON COLUMN position_rows.event_ids IS 'Ids of the events it rests on.';
COMMENT ON COLUMN position_rows.fingerprint IS 'Hash of the row''s content.';
COMMENT ON COLUMN position_rows.added_by IS 'The judgement that added the row; none where the coder found it.';

CREATE TABLE problems (
    id VARCHAR NOT NULL,
    document_id VARCHAR,
    stage VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    message VARCHAR NOT NULL,
    span_start INTEGER,
    span_end INTEGER
);
COMMENT ON TABLE problems IS 'What could not be read or resolved, and why.';
COMMENT ON COLUMN problems.id IS 'The row''s id, the same on every run.';
COMMENT ON COLUMN problems.document_id IS 'The report; none for a source that gave no report.';
COMMENT ON COLUMN problems.stage IS 'The stage that met it.';
COMMENT ON COLUMN problems.code IS 'What kind of problem it is.';
COMMENT ON COLUMN problems.message IS 'What was met and what to do.';
COMMENT ON COLUMN problems.span_start IS 'First character it is about.';
COMMENT ON COLUMN problems.span_end IS 'End of that.';

CREATE TABLE runs (
    number INTEGER NOT NULL,
    started_at TIMESTAMP NOT NULL,
    finished_at TIMESTAMP,
    outcome VARCHAR,
    coder_hash VARCHAR NOT NULL,
    standoff VARCHAR NOT NULL,
    data_sha256 VARCHAR NOT NULL,
    model VARCHAR NOT NULL,
    model_version VARCHAR NOT NULL,
    sources VARCHAR[] NOT NULL,
    documents_added INTEGER,
    documents_recoded INTEGER,
    documents_unchanged INTEGER,
    rows_gained INTEGER,
    rows_lost INTEGER,
    problems INTEGER
);
COMMENT ON TABLE runs IS 'The runs that filled the store.';
COMMENT ON COLUMN runs.number IS 'Counts the runs, from 1.';
COMMENT ON COLUMN runs.started_at IS 'When it began (UTC).';
COMMENT ON COLUMN runs.finished_at IS 'When it ended (UTC); none where it was killed.';
COMMENT ON COLUMN runs.outcome IS 'finished, stopped or failed; none where it was killed.';
COMMENT ON COLUMN runs.coder_hash IS 'Hash of the coder: its version, data and model.';
COMMENT ON COLUMN runs.standoff IS 'Version of Standoff.';
COMMENT ON COLUMN runs.data_sha256 IS 'Hash of the data files.';
COMMENT ON COLUMN runs.model IS 'Package of the parser''s model.';
COMMENT ON COLUMN runs.model_version IS 'Version of that model.';
COMMENT ON COLUMN runs.sources IS 'The paths that were asked for.';
COMMENT ON COLUMN runs.documents_added IS 'Reports that were new.';
COMMENT ON COLUMN runs.documents_recoded IS 'Reports coded again, because they or the coder had changed.';
COMMENT ON COLUMN runs.documents_unchanged IS 'Reports left as they were.';
COMMENT ON COLUMN runs.rows_gained IS 'Rows that coding again gave anew.';
COMMENT ON COLUMN runs.rows_lost IS 'Rows that coding again no longer gave.';
COMMENT ON COLUMN runs.problems IS 'Problems met.';

CREATE TABLE judgements (
    number INTEGER NOT NULL,
    id VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    made_at TIMESTAMP NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('confirm', 'correct', 'reject', 'add', 'merge', 'rename')),
    target_table VARCHAR NOT NULL,
    target_id VARCHAR,
    document_id VARCHAR,
    field VARCHAR,
    value JSON,
    note VARCHAR
);
COMMENT ON TABLE judgements IS 'What people said of rows; appended, never changed, and shown over the coder''s.';
COMMENT ON COLUMN judgements.number IS 'Counts the judgements, from 1; of two on one thing the later counts.';
COMMENT ON COLUMN judgements.id IS 'Hash of the judgement''s content.';
COMMENT ON COLUMN judgements.author IS 'Who judged.';
COMMENT ON COLUMN judgements.made_at IS 'When (UTC).';
COMMENT ON COLUMN judgements.kind IS 'confirm, correct, reject, add, merge or rename.';
COMMENT ON COLUMN judgements.target_table IS 'events, quotes, attributions, positions or mentions; issues or actors for merge and rename.';
COMMENT ON COLUMN judgements.target_id IS 'The row''s id; for merge and rename the name that is replaced; none for add.';
COMMENT ON COLUMN judgements.document_id IS 'The report of the row.';
COMMENT ON COLUMN judgements.field IS 'The field that correct gives a value.';
COMMENT ON COLUMN judgements.value IS 'The value; for add a whole row of format 1; for merge and rename the new name.';
COMMENT ON COLUMN judgements.note IS 'Why.';

INSERT INTO schema_version VALUES (1);
