-- Version 2: reprints, and the same event told by several reports.

CREATE TABLE reprints (
    document_id VARCHAR NOT NULL,
    signature UINTEGER[] NOT NULL,
    reprint_id VARCHAR,
    is_grouped BOOLEAN NOT NULL
);
COMMENT ON TABLE reprints IS 'Which reports are reprints of each other; one row a report.';
COMMENT ON COLUMN reprints.document_id IS 'The report.';
COMMENT ON COLUMN reprints.signature IS 'MinHash signature of its runs of three words.';
COMMENT ON COLUMN reprints.reprint_id IS 'What its group of reprints goes by: the smallest id in it; none where it has no reprint.';
COMMENT ON COLUMN reprints.is_grouped IS 'Whether its events have been compared with those of the other reports.';

CREATE TABLE reprint_bands (
    document_id VARCHAR NOT NULL,
    key UBIGINT NOT NULL
);
COMMENT ON TABLE reprint_bands IS 'Keys of the signatures; reports with one in common are compared.';
COMMENT ON COLUMN reprint_bands.document_id IS 'The report.';
COMMENT ON COLUMN reprint_bands.key IS 'Hash of one band of its signature.';

CREATE TABLE event_groups (
    event_id VARCHAR NOT NULL,
    group_id VARCHAR NOT NULL
);
COMMENT ON TABLE event_groups IS 'Which events are the same event told by several reports.';
COMMENT ON COLUMN event_groups.event_id IS 'The event.';
COMMENT ON COLUMN event_groups.group_id IS 'Its group: "g" and the id of the first event that told it.';
