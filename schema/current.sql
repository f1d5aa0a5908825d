-- The schema as the migrations leave it, whole. Generated: change a migration, then run
-- GAINSAY_WRITE_SCHEMA=1 cargo test -p gainsay-tests current_schema

CREATE TABLE anchorings (
    id TEXT PRIMARY KEY NOT NULL,
    replacement TEXT NOT NULL REFERENCES replacements (id) DEFERRABLE INITIALLY DEFERRED,
    claim TEXT NOT NULL REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
    passage TEXT NOT NULL REFERENCES passages (id) DEFERRABLE INITIALLY DEFERRED,
    fate TEXT NOT NULL CHECK (fate IN ('same', 'moved', 'reworded', 'figure_changed', 'lost')),
    state TEXT NOT NULL CHECK (state IN ('carried', 'pending', 'accepted', 'placed', 'kept')), -- carried: by rule, because nothing differs; placed: where the reviewer says; kept: as the older edition states it
    old_edition TEXT NOT NULL REFERENCES editions (id), -- where the passage stood: not always the edition replaced
    old_start INTEGER NOT NULL, -- the passage there: first code point
    old_end INTEGER NOT NULL, -- one past the last
    old_from INTEGER NOT NULL, -- its sentences there: first code point
    old_to INTEGER NOT NULL, -- one past the last
    new_start INTEGER, -- its place in the newer edition, found or chosen; NULL where there is none
    new_end INTEGER, -- one past the last
    new_from INTEGER, -- the sentences there: first code point
    new_to INTEGER, -- one past the last
    alarms TEXT NOT NULL, -- JSON: what differs that may not go unseen
    others TEXT NOT NULL, -- JSON: other places that hold the very words, start and end
    reviewer TEXT REFERENCES reviewers (id), -- who decided; NULL while nobody has
    at TEXT, -- when
    UNIQUE (passage, replacement),
    CHECK ((new_start IS NULL) = (new_end IS NULL) AND (new_start IS NULL) = (new_from IS NULL) AND (new_start IS NULL) = (new_to IS NULL))
) STRICT;

CREATE TABLE changes (
    number INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operations (number) DEFERRABLE INITIALLY DEFERRED,
    entity TEXT NOT NULL, -- the table
    id TEXT NOT NULL, -- the row
    before TEXT -- the row as JSON by column name; NULL where it was added
) STRICT;

CREATE VIRTUAL TABLE claim_search USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE claim_states (
    claim TEXT PRIMARY KEY NOT NULL, -- claims (id)
    verdict TEXT NOT NULL CHECK (verdict IN ('unreviewed', 'corroborated', 'disputed', 'unverifiable')), -- the latest of any reviewer
    severity REAL NOT NULL -- of the gravest of its disagreements that are open or confirmed; 0 without one
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_tags (
    id TEXT PRIMARY KEY NOT NULL,
    claim TEXT NOT NULL REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
    tag TEXT NOT NULL, -- codebook (word) of list 'tag'
    UNIQUE (claim, tag)
) STRICT;

CREATE TABLE claims (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id),
    question TEXT REFERENCES questions (id),
    statement TEXT NOT NULL CHECK (statement <> ''),
    kind TEXT, -- codebook (word) of list 'kind'
    stance TEXT NOT NULL CHECK (stance IN ('affirms', 'denies', 'doubts', 'reports')),
    attributed_to TEXT, -- whom the document credits
    distance TEXT CHECK (distance IN ('endorses', 'distances', 'neutral')),
    value_low REAL, -- bounds; NULL is open
    value_high REAL,
    value_unit TEXT,
    value_per TEXT,
    value_hedge TEXT CHECK (value_hedge IN ('exact', 'approx', 'at_least', 'at_most', 'more_than', 'less_than', 'almost', 'vague')), -- NULL: the claim has no value
    value_change TEXT CHECK (value_change IN ('up', 'down')),
    period_edtf TEXT,
    period_from TEXT, -- first ISO day; NULL is open
    period_to TEXT, -- last ISO day; NULL is open
    period_relation TEXT CHECK (period_relation IN ('in', 'since', 'until', 'before', 'after', 'between', 'by')), -- NULL: the claim has no period
    period_hedge TEXT CHECK (period_hedge IN ('exact', 'approx')),
    place TEXT,
    credibility INTEGER CHECK (credibility BETWEEN 1 AND 6), -- Admiralty code
    note TEXT,
    reading TEXT NOT NULL, -- JSON; offsets count from the edition's start
    created TEXT NOT NULL,
    modified TEXT NOT NULL
) STRICT;

CREATE TABLE codebook (
    id TEXT PRIMARY KEY NOT NULL,
    list TEXT NOT NULL CHECK (list IN ('kind', 'tag')),
    word TEXT NOT NULL,
    definition TEXT,
    UNIQUE (list, word)
) STRICT;

CREATE TABLE conclusions (
    id TEXT PRIMARY KEY NOT NULL,
    question TEXT NOT NULL, -- questions (id)
    answer TEXT, -- NULL: withdrawn
    rationale TEXT,
    reviewer TEXT NOT NULL REFERENCES reviewers (id),
    counter INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE decisions (
    id TEXT PRIMARY KEY NOT NULL,
    claim_a TEXT NOT NULL, -- claims (id), the smaller
    claim_b TEXT NOT NULL, -- claims (id), the larger
    status TEXT NOT NULL CHECK (status IN ('open', 'confirmed', 'dismissed')),
    rationale TEXT,
    mark_a TEXT NOT NULL,
    mark_b TEXT NOT NULL,
    reviewer TEXT NOT NULL REFERENCES reviewers (id),
    counter INTEGER NOT NULL,
    at TEXT NOT NULL,
    CHECK (claim_a < claim_b)
) STRICT;

CREATE TABLE devices (
    id TEXT PRIMARY KEY NOT NULL, -- made once a machine
    created TEXT NOT NULL -- when it first wrote here
) STRICT;

CREATE TABLE disagreements (
    id TEXT PRIMARY KEY NOT NULL,
    claim_a TEXT NOT NULL, -- claims (id), the smaller
    claim_b TEXT NOT NULL, -- claims (id), the larger
    question TEXT NOT NULL, -- questions (id)
    reasons TEXT NOT NULL, -- JSON: kind and detail
    severity REAL NOT NULL,
    internal INTEGER NOT NULL CHECK (internal IN (0, 1)), -- both claims in one document
    detected_by TEXT NOT NULL CHECK (detected_by IN ('rule', 'reviewer')),
    status TEXT NOT NULL CHECK (status IN ('open', 'confirmed', 'dismissed')),
    standing INTEGER NOT NULL CHECK (standing IN (0, 1)),
    UNIQUE (claim_a, claim_b)
) STRICT;

CREATE TABLE dismissals (
    id TEXT PRIMARY KEY NOT NULL,
    suggestion TEXT NOT NULL UNIQUE, -- suggestions (id); not enforced, because suggestions are derived
    reviewer TEXT NOT NULL REFERENCES reviewers (id),
    at TEXT NOT NULL
) STRICT;

CREATE TABLE document_relations (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id),
    kind TEXT NOT NULL CHECK (kind IN ('republishes', 'cites', 'quotes', 'responds-to')),
    other TEXT REFERENCES documents (id), -- the other document …
    outside TEXT, -- … or the name of an original outside the project
    CHECK ((other IS NULL) <> (outside IS NULL)),
    CHECK (other IS NULL OR other <> document)
) STRICT;

CREATE TABLE document_states (
    document TEXT PRIMARY KEY NOT NULL, -- documents (id)
    claims INTEGER NOT NULL,
    suggestions_open INTEGER NOT NULL,
    suggestions_claimed INTEGER NOT NULL,
    suggestions_dismissed INTEGER NOT NULL,
    disagreements INTEGER NOT NULL -- open or confirmed, with other documents
, awaiting INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE documents (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    author TEXT, -- one or more names, joined by "; "
    publisher TEXT,
    published TEXT, -- EDTF
    url TEXT,
    language TEXT, -- BCP 47
    edition TEXT NOT NULL REFERENCES editions (id), -- the current one
    created TEXT NOT NULL
) STRICT;

CREATE TABLE drafts (
    key TEXT PRIMARY KEY NOT NULL, -- what is being filled
    body TEXT NOT NULL, -- the window's own JSON
    modified TEXT NOT NULL
) STRICT;

CREATE TABLE editions (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL, -- documents (id); not enforced, because the document may be removed and come back
    number INTEGER NOT NULL CHECK (number >= 1), -- 1, 2, 3 … a document
    text TEXT NOT NULL REFERENCES texts (sha256),
    original TEXT NOT NULL REFERENCES originals (sha256),
    format TEXT NOT NULL, -- what the bytes turned out to be: "txt", "md", "html"
    chars INTEGER NOT NULL, -- length of the text in code points
    blocks TEXT NOT NULL, -- JSON: the structure of the text
    "references" TEXT NOT NULL, -- JSON: where footnotes are called
    warnings TEXT NOT NULL, -- JSON: what was left out or could not be read
    created TEXT NOT NULL, pages TEXT NOT NULL DEFAULT '[]',
    UNIQUE (document, number)
) STRICT;

CREATE TABLE open_operation (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    operation INTEGER NOT NULL -- its number
) STRICT;

CREATE TABLE operations (
    number INTEGER PRIMARY KEY, -- place in this file's log
    id TEXT NOT NULL UNIQUE, -- the same in every copy of the project
    device TEXT NOT NULL REFERENCES devices (id),
    sequence INTEGER NOT NULL, -- 1, 2, 3 … a device
    counter INTEGER NOT NULL, -- Lamport counter: orders what several devices did, before the clock
    at TEXT NOT NULL, -- the device's clock
    reviewer TEXT NOT NULL REFERENCES reviewers (id),
    kind TEXT NOT NULL, -- "add-claim", "undo" …
    summary TEXT NOT NULL, -- what was done, in words
    undoes TEXT REFERENCES operations (id), -- of an undo or a redo: the operation it takes back or does again
    hash TEXT NOT NULL, -- SHA-256 over this row, its changes and the device's previous hash
    UNIQUE (device, sequence)
) STRICT;

CREATE TABLE originals (
    sha256 TEXT PRIMARY KEY NOT NULL, -- in hex
    bytes BLOB NOT NULL
) STRICT;

CREATE VIRTUAL TABLE paragraph_search USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE paragraphs (
    number INTEGER PRIMARY KEY,
    edition TEXT NOT NULL REFERENCES editions (id),
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL
) STRICT;

CREATE TABLE passages (
    id TEXT PRIMARY KEY NOT NULL,
    claim TEXT NOT NULL REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL, -- 0, 1, 2 … a claim
    edition TEXT NOT NULL REFERENCES editions (id),
    "start" INTEGER NOT NULL CHECK ("start" >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > "start"),
    exact TEXT NOT NULL, -- the words; a test holds that they stand at start..end
    prefix TEXT NOT NULL, -- up to 32 code points before
    suffix TEXT NOT NULL -- up to 32 code points after
) STRICT;

CREATE TABLE project (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    created TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE question_search USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE question_states (
    question TEXT PRIMARY KEY NOT NULL, -- questions (id)
    claims INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    origins INTEGER NOT NULL, -- independent groups of claims
    affirming INTEGER NOT NULL, -- independent groups with a claim that affirms or reports
    state TEXT NOT NULL CHECK (state IN ('unanswered', 'single-source', 'agreed', 'disagreed', 'resolved')),
    disagreements INTEGER NOT NULL, -- open or confirmed, between documents
    severity REAL NOT NULL -- the gravest of them
) STRICT;

CREATE TABLE questions (
    id TEXT PRIMARY KEY NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    text_key TEXT NOT NULL, -- folded, for finding it again
    asks TEXT NOT NULL CHECK (asks IN ('whether', 'how-much', 'when', 'who')),
    created TEXT NOT NULL
) STRICT;

CREATE TABLE replacements (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    old_edition TEXT NOT NULL REFERENCES editions (id), -- current before
    new_edition TEXT NOT NULL REFERENCES editions (id), -- current from then on
    file TEXT NOT NULL, -- the newer file's name, as given
    reviewer TEXT NOT NULL REFERENCES reviewers (id), -- who replaced it
    at TEXT NOT NULL -- when
) STRICT;

CREATE TABLE reported_disagreements (
    id TEXT PRIMARY KEY NOT NULL,
    claim_a TEXT NOT NULL REFERENCES claims (id),
    claim_b TEXT NOT NULL REFERENCES claims (id),
    rationale TEXT NOT NULL,
    reviewer TEXT NOT NULL REFERENCES reviewers (id),
    at TEXT NOT NULL,
    CHECK (claim_a < claim_b),
    UNIQUE (claim_a, claim_b)
) STRICT;

CREATE TABLE reviewer_verdicts (
    reviewer TEXT NOT NULL, -- reviewers (id)
    claim TEXT NOT NULL, -- claims (id)
    verdict TEXT NOT NULL CHECK (verdict IN ('unreviewed', 'corroborated', 'disputed', 'unverifiable')),
    PRIMARY KEY (reviewer, claim)
) STRICT, WITHOUT ROWID;

CREATE TABLE reviewers (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL UNIQUE, -- as the reviewer calls themself
    created TEXT NOT NULL
) STRICT;

CREATE TABLE search_rows (
    number INTEGER PRIMARY KEY,
    entity TEXT NOT NULL CHECK (entity IN ('claims', 'questions')),
    id TEXT NOT NULL,
    UNIQUE (entity, id)
) STRICT;

CREATE TABLE sources (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL, -- as shown
    name_key TEXT NOT NULL UNIQUE, -- folded, for finding it again
    reliability TEXT CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')), -- F: cannot be judged; NULL: not graded yet
    note TEXT
) STRICT;

CREATE TABLE suggestions (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES editions (id),
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kinds TEXT NOT NULL, -- JSON: what makes it checkable
    why TEXT NOT NULL, -- one sentence for the reviewer
    reading TEXT NOT NULL, -- JSON; offsets count from the edition's start
    UNIQUE (edition, "start", "end")
) STRICT;

CREATE TABLE texts (
    sha256 TEXT PRIMARY KEY NOT NULL, -- of the UTF-8 bytes, in hex
    text TEXT NOT NULL
) STRICT;

CREATE TABLE verdicts (
    id TEXT PRIMARY KEY NOT NULL,
    claim TEXT NOT NULL, -- claims (id)
    reviewer TEXT NOT NULL REFERENCES reviewers (id),
    verdict TEXT NOT NULL CHECK (verdict IN ('unreviewed', 'corroborated', 'disputed', 'unverifiable')),
    rationale TEXT,
    overrides INTEGER NOT NULL CHECK (overrides IN (0, 1)), -- corroborated over an open disagreement, or by fewer than two affirming origins
    counter INTEGER NOT NULL, -- of the operation: the latest row a reviewer is in force
    at TEXT NOT NULL
) STRICT;

CREATE INDEX anchorings_by_claim ON anchorings (claim);

CREATE INDEX anchorings_by_replacement ON anchorings (replacement, state);

CREATE INDEX anchorings_pending ON anchorings (id) WHERE state = 'pending';

CREATE UNIQUE INDEX anchorings_pending_by_passage ON anchorings (passage) WHERE state = 'pending';

CREATE INDEX changes_by_operation ON changes (operation);

CREATE INDEX changes_by_row ON changes (entity, id);

CREATE INDEX claim_states_by_severity ON claim_states (severity, claim);

CREATE INDEX claim_states_by_verdict ON claim_states (verdict, claim);

CREATE INDEX claim_tags_by_tag ON claim_tags (tag, claim);

CREATE INDEX claims_by_document ON claims (document, id);

CREATE INDEX claims_by_kind ON claims (kind, id);

CREATE INDEX claims_by_modified ON claims (modified, id);

CREATE INDEX claims_by_period ON claims (ifnull(period_from, period_to), id);

CREATE INDEX claims_by_question ON claims (question, id);

CREATE INDEX claims_by_statement ON claims (statement COLLATE NOCASE, id);

CREATE INDEX claims_by_value ON claims (ifnull(value_low, value_high), id);

CREATE INDEX claims_filtered ON claims (
    id, document, question, stance, kind, value_unit, attributed_to, place, period_relation, period_from, period_to
);

CREATE INDEX conclusions_by_question ON conclusions (question, counter, id);

CREATE INDEX decisions_by_pair ON decisions (claim_a, claim_b, counter, id);

CREATE INDEX disagreements_by_b ON disagreements (claim_b);

CREATE INDEX disagreements_by_question ON disagreements (question, standing);

CREATE INDEX disagreements_by_severity ON disagreements (internal, severity DESC, id) WHERE standing = 1;

CREATE INDEX disagreements_by_status ON disagreements (status, internal, severity DESC, id) WHERE standing = 1;

CREATE INDEX document_relations_by_other ON document_relations (other);

CREATE UNIQUE INDEX document_relations_once
    ON document_relations (document, kind, ifnull(other, ''), ifnull(outside, ''));

CREATE INDEX documents_by_edition ON documents (edition);

CREATE UNIQUE INDEX documents_by_title ON documents (title COLLATE NOCASE, id);

CREATE INDEX editions_by_original ON editions (original);

CREATE INDEX editions_by_text ON editions (text);

CREATE INDEX operations_by_undone ON operations (undoes, number) WHERE undoes IS NOT NULL;

CREATE INDEX paragraphs_by_edition ON paragraphs (edition, "start");

CREATE INDEX passages_by_claim ON passages (claim, position);

CREATE INDEX passages_by_edition ON passages (edition, "start");

CREATE INDEX question_states_by_state ON question_states (state);

CREATE INDEX questions_by_key ON questions (text_key);

CREATE UNIQUE INDEX questions_by_text ON questions (text COLLATE NOCASE, id);

CREATE INDEX replacements_by_document ON replacements (document, id);

CREATE INDEX replacements_by_edition ON replacements (new_edition);

CREATE INDEX reported_disagreements_by_b ON reported_disagreements (claim_b);

CREATE INDEX reviewer_verdicts_by_verdict ON reviewer_verdicts (reviewer, verdict, claim);

CREATE INDEX verdicts_by_claim ON verdicts (claim, reviewer, counter, id);

CREATE VIEW current_conclusions AS
SELECT conclusion.id, conclusion.question, conclusion.answer, conclusion.rationale, conclusion.reviewer,
    conclusion.counter, conclusion.at
FROM conclusions AS conclusion
WHERE NOT EXISTS (
    SELECT 1 FROM conclusions AS later
    WHERE later.question = conclusion.question
        AND (later.counter, later.id) > (conclusion.counter, conclusion.id)
);

CREATE VIEW current_decisions AS
SELECT decision.id, decision.claim_a, decision.claim_b, decision.status, decision.rationale, decision.mark_a,
    decision.mark_b, decision.reviewer, decision.counter, decision.at
FROM decisions AS decision
WHERE NOT EXISTS (
    SELECT 1 FROM decisions AS later
    WHERE later.claim_a = decision.claim_a AND later.claim_b = decision.claim_b
        AND (later.counter, later.id) > (decision.counter, decision.id)
);

CREATE VIEW current_verdicts AS
SELECT verdict.id, verdict.claim, verdict.reviewer, verdict.verdict, verdict.rationale, verdict.overrides,
    verdict.counter, verdict.at
FROM verdicts AS verdict
WHERE NOT EXISTS (
    SELECT 1 FROM verdicts AS later
    WHERE later.claim = verdict.claim AND later.reviewer = verdict.reviewer
        AND (later.counter, later.id) > (verdict.counter, verdict.id)
);

CREATE TRIGGER anchorings_delete AFTER DELETE ON anchorings BEGIN
    SELECT RAISE(ABORT, 'no operation is open: anchorings change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'anchorings', OLD.id,
        json_object('id', OLD.id, 'replacement', OLD.replacement, 'claim', OLD.claim, 'passage', OLD.passage, 'fate',
        OLD.fate, 'state', OLD.state, 'old_edition', OLD.old_edition, 'old_start', OLD.old_start, 'old_end',
        OLD.old_end, 'old_from', OLD.old_from, 'old_to', OLD.old_to, 'new_start', OLD.new_start, 'new_end',
        OLD.new_end, 'new_from', OLD.new_from, 'new_to', OLD.new_to, 'alarms', OLD.alarms, 'others', OLD.others,
        'reviewer', OLD.reviewer, 'at', OLD.at)
    FROM open_operation;
END;

CREATE TRIGGER anchorings_insert AFTER INSERT ON anchorings BEGIN
    SELECT RAISE(ABORT, 'no operation is open: anchorings change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'anchorings', NEW.id,
        NULL
    FROM open_operation;
END;

CREATE TRIGGER anchorings_update AFTER UPDATE ON anchorings BEGIN
    SELECT RAISE(ABORT, 'no operation is open: anchorings change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'anchorings', OLD.id,
        json_object('id', OLD.id, 'replacement', OLD.replacement, 'claim', OLD.claim, 'passage', OLD.passage, 'fate',
        OLD.fate, 'state', OLD.state, 'old_edition', OLD.old_edition, 'old_start', OLD.old_start, 'old_end',
        OLD.old_end, 'old_from', OLD.old_from, 'old_to', OLD.old_to, 'new_start', OLD.new_start, 'new_end',
        OLD.new_end, 'new_from', OLD.new_from, 'new_to', OLD.new_to, 'alarms', OLD.alarms, 'others', OLD.others,
        'reviewer', OLD.reviewer, 'at', OLD.at)
    FROM open_operation;
END;

CREATE TRIGGER changes_no_delete BEFORE DELETE ON changes BEGIN
    SELECT RAISE(ABORT, 'changes are never changed or removed');
END;

CREATE TRIGGER changes_no_update BEFORE UPDATE ON changes BEGIN
    SELECT RAISE(ABORT, 'changes are never changed or removed');
END;

CREATE TRIGGER claim_tags_delete AFTER DELETE ON claim_tags BEGIN
    SELECT RAISE(ABORT, 'no operation is open: claim_tags change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'claim_tags', OLD.id,
        json_object('id', OLD.id, 'claim', OLD.claim, 'tag', OLD.tag)
    FROM open_operation;
END;

CREATE TRIGGER claim_tags_insert AFTER INSERT ON claim_tags BEGIN
    SELECT RAISE(ABORT, 'no operation is open: claim_tags change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'claim_tags', NEW.id,
        NULL
    FROM open_operation;
END;

CREATE TRIGGER claim_tags_update AFTER UPDATE ON claim_tags BEGIN
    SELECT RAISE(ABORT, 'no operation is open: claim_tags change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'claim_tags', OLD.id,
        json_object('id', OLD.id, 'claim', OLD.claim, 'tag', OLD.tag)
    FROM open_operation;
END;

CREATE TRIGGER claims_delete AFTER DELETE ON claims BEGIN
    SELECT RAISE(ABORT, 'no operation is open: claims change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'claims', OLD.id,
        json_object('id', OLD.id, 'document', OLD.document, 'question', OLD.question, 'statement', OLD.statement,
        'kind', OLD.kind, 'stance', OLD.stance, 'attributed_to', OLD.attributed_to, 'distance', OLD.distance,
        'value_low', OLD.value_low, 'value_high', OLD.value_high, 'value_unit', OLD.value_unit, 'value_per',
        OLD.value_per, 'value_hedge', OLD.value_hedge, 'value_change', OLD.value_change, 'period_edtf',
        OLD.period_edtf, 'period_from', OLD.period_from, 'period_to', OLD.period_to, 'period_relation',
        OLD.period_relation, 'period_hedge', OLD.period_hedge, 'place', OLD.place, 'credibility', OLD.credibility,
        'note', OLD.note, 'reading', OLD.reading, 'created', OLD.created, 'modified', OLD.modified)
    FROM open_operation;
END;

CREATE TRIGGER claims_insert AFTER INSERT ON claims BEGIN
    SELECT RAISE(ABORT, 'no operation is open: claims change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'claims', NEW.id,
        NULL
    FROM open_operation;
END;

CREATE TRIGGER claims_update AFTER UPDATE ON claims BEGIN
    SELECT RAISE(ABORT, 'no operation is open: claims change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'claims', OLD.id,
        json_object('id', OLD.id, 'document', OLD.document, 'question', OLD.question, 'statement', OLD.statement,
        'kind', OLD.kind, 'stance', OLD.stance, 'attributed_to', OLD.attributed_to, 'distance', OLD.distance,
        'value_low', OLD.value_low, 'value_high', OLD.value_high, 'value_unit', OLD.value_unit, 'value_per',
        OLD.value_per, 'value_hedge', OLD.value_hedge, 'value_change', OLD.value_change, 'period_edtf',
        OLD.period_edtf, 'period_from', OLD.period_from, 'period_to', OLD.period_to, 'period_relation',
        OLD.period_relation, 'period_hedge', OLD.period_hedge, 'place', OLD.place, 'credibility', OLD.credibility,
        'note', OLD.note, 'reading', OLD.reading, 'created', OLD.created, 'modified', OLD.modified)
    FROM open_operation;
END;

CREATE TRIGGER codebook_delete AFTER DELETE ON codebook BEGIN
    SELECT RAISE(ABORT, 'no operation is open: codebook change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'codebook', OLD.id,
        json_object('id', OLD.id, 'list', OLD.list, 'word', OLD.word, 'definition', OLD.definition)
    FROM open_operation;
END;

CREATE TRIGGER codebook_insert AFTER INSERT ON codebook BEGIN
    SELECT RAISE(ABORT, 'no operation is open: codebook change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'codebook', NEW.id,
        NULL
    FROM open_operation;
END;

CREATE TRIGGER codebook_update AFTER UPDATE ON codebook BEGIN
    SELECT RAISE(ABORT, 'no operation is open: codebook change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'codebook', OLD.id,
        json_object('id', OLD.id, 'list', OLD.list, 'word', OLD.word, 'definition', OLD.definition)
    FROM open_operation;
END;

CREATE TRIGGER conclusions_insert AFTER INSERT ON conclusions BEGIN
    SELECT RAISE(ABORT, 'no operation is open: conclusions change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'conclusions', NEW.id,
        NULL
    FROM open_operation;
END;

CREATE TRIGGER conclusions_no_delete BEFORE DELETE ON conclusions BEGIN
    SELECT RAISE(ABORT, 'conclusions are never changed or removed');
END;

CREATE TRIGGER conclusions_no_update BEFORE UPDATE ON conclusions BEGIN
    SELECT RAISE(ABORT, 'conclusions are never changed or removed');
END;

CREATE TRIGGER decisions_insert AFTER INSERT ON decisions BEGIN
    SELECT RAISE(ABORT, 'no operation is open: decisions change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'decisions', NEW.id,
        NULL
    FROM open_operation;
END;

CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN
    SELECT RAISE(ABORT, 'decisions are never changed or removed');
END;

CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions BEGIN
    SELECT RAISE(ABORT, 'decisions are never changed or removed');
END;

CREATE TRIGGER dismissals_delete AFTER DELETE ON dismissals BEGIN
    SELECT RAISE(ABORT, 'no operation is open: dismissals change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'dismissals', OLD.id,
        json_object('id', OLD.id, 'suggestion', OLD.suggestion, 'reviewer', OLD.reviewer, 'at', OLD.at)
    FROM open_operation;
END;

CREATE TRIGGER dismissals_insert AFTER INSERT ON dismissals BEGIN
    SELECT RAISE(ABORT, 'no operation is open: dismissals change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'dismissals', NEW.id,
        NULL
    FROM open_operation;
END;

CREATE TRIGGER dismissals_update AFTER UPDATE ON dismissals BEGIN
    SELECT RAISE(ABORT, 'no operation is open: dismissals change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'dismissals', OLD.id,
        json_object('id', OLD.id, 'suggestion', OLD.suggestion, 'reviewer', OLD.reviewer, 'at', OLD.at)
    FROM open_operation;
END;

CREATE TRIGGER document_relations_delete AFTER DELETE ON document_relations BEGIN
    SELECT RAISE(ABORT, 'no operation is open: document_relations change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'document_relations', OLD.id,
        json_object('id', OLD.id, 'document', OLD.document, 'kind', OLD.kind, 'other', OLD.other, 'outside',
        OLD.outside)
    FROM open_operation;
END;

CREATE TRIGGER document_relations_insert AFTER INSERT ON document_relations BEGIN
    SELECT RAISE(ABORT, 'no operation is open: document_relations change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'document_relations', NEW.id,
        NULL
    FROM open_operation;
END;

CREATE TRIGGER document_relations_update AFTER UPDATE ON document_relations BEGIN
    SELECT RAISE(ABORT, 'no operation is open: document_relations change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'document_relations', OLD.id,
        json_object('id', OLD.id, 'document', OLD.document, 'kind', OLD.kind, 'other', OLD.other, 'outside',
        OLD.outside)
    FROM open_operation;
END;

CREATE TRIGGER documents_delete AFTER DELETE ON documents BEGIN
    SELECT RAISE(ABORT, 'no operation is open: documents change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'documents', OLD.id,
        json_object('id', OLD.id, 'title', OLD.title, 'author', OLD.author, 'publisher', OLD.publisher,
        'published', OLD.published, 'url', OLD.url, 'language', OLD.language, 'edition', OLD.edition, 'created',
        OLD.created)
    FROM open_operation;
END;

CREATE TRIGGER documents_insert AFTER INSERT ON documents BEGIN
    SELECT RAISE(ABORT, 'no operation is open: documents change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'documents', NEW.id,
        NULL
    FROM open_operation;
END;

CREATE TRIGGER documents_update AFTER UPDATE ON documents BEGIN
    SELECT RAISE(ABORT, 'no operation is open: documents change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'documents', OLD.id,
        json_object('id', OLD.id, 'title', OLD.title, 'author', OLD.author, 'publisher', OLD.publisher,
        'published', OLD.published, 'url', OLD.url, 'language', OLD.language, 'edition', OLD.edition, 'created',
        OLD.created)
    FROM open_operation;
END;

CREATE TRIGGER editions_no_delete BEFORE DELETE ON editions BEGIN
    SELECT RAISE(ABORT, 'editions are never changed or removed');
END;

CREATE TRIGGER editions_no_update BEFORE UPDATE ON editions BEGIN
    SELECT RAISE(ABORT, 'editions are never changed or removed');
END;

CREATE TRIGGER operations_no_delete BEFORE DELETE ON operations BEGIN
    SELECT RAISE(ABORT, 'operations are never changed or removed');
END;

CREATE TRIGGER operations_no_update BEFORE UPDATE ON operations BEGIN
    SELECT RAISE(ABORT, 'operations are never changed or removed');
END;

CREATE TRIGGER originals_no_delete BEFORE DELETE ON originals BEGIN
    SELECT RAISE(ABORT, 'originals are never changed or removed');
END;

CREATE TRIGGER originals_no_update BEFORE UPDATE ON originals BEGIN
    SELECT RAISE(ABORT, 'originals are never changed or removed');
END;

CREATE TRIGGER passages_delete AFTER DELETE ON passages BEGIN
    SELECT RAISE(ABORT, 'no operation is open: passages change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'passages', OLD.id,
        json_object('id', OLD.id, 'claim', OLD.claim, 'position', OLD.position, 'edition', OLD.edition, 'start',
        OLD."start", 'end', OLD."end", 'exact', OLD.exact, 'prefix', OLD.prefix, 'suffix', OLD.suffix)
    FROM open_operation;
END;

CREATE TRIGGER passages_insert AFTER INSERT ON passages BEGIN
    SELECT RAISE(ABORT, 'no operation is open: passages change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'passages', NEW.id,
        NULL
    FROM open_operation;
END;

CREATE TRIGGER passages_update AFTER UPDATE ON passages BEGIN
    SELECT RAISE(ABORT, 'no operation is open: passages change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'passages', OLD.id,
        json_object('id', OLD.id, 'claim', OLD.claim, 'position', OLD.position, 'edition', OLD.edition, 'start',
        OLD."start", 'end', OLD."end", 'exact', OLD.exact, 'prefix', OLD.prefix, 'suffix', OLD.suffix)
    FROM open_operation;
END;

CREATE TRIGGER project_delete AFTER DELETE ON project BEGIN
    SELECT RAISE(ABORT, 'no operation is open: project change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'project', OLD.id,
        json_object('id', OLD.id, 'title', OLD.title, 'created', OLD.created)
    FROM open_operation;
END;

CREATE TRIGGER project_insert AFTER INSERT ON project BEGIN
    SELECT RAISE(ABORT, 'no operation is open: project change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'project', NEW.id,
        NULL
    FROM open_operation;
END;

CREATE TRIGGER project_update AFTER UPDATE ON project BEGIN
    SELECT RAISE(ABORT, 'no operation is open: project change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'project', OLD.id,
        json_object('id', OLD.id, 'title', OLD.title, 'created', OLD.created)
    FROM open_operation;
END;

CREATE TRIGGER questions_delete AFTER DELETE ON questions BEGIN
    SELECT RAISE(ABORT, 'no operation is open: questions change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'questions', OLD.id,
        json_object('id', OLD.id, 'text', OLD.text, 'text_key', OLD.text_key, 'asks', OLD.asks, 'created',
        OLD.created)
    FROM open_operation;
END;

CREATE TRIGGER questions_insert AFTER INSERT ON questions BEGIN
    SELECT RAISE(ABORT, 'no operation is open: questions change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'questions', NEW.id,
        NULL
    FROM open_operation;
END;

CREATE TRIGGER questions_update AFTER UPDATE ON questions BEGIN
    SELECT RAISE(ABORT, 'no operation is open: questions change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'questions', OLD.id,
        json_object('id', OLD.id, 'text', OLD.text, 'text_key', OLD.text_key, 'asks', OLD.asks, 'created',
        OLD.created)
    FROM open_operation;
END;

CREATE TRIGGER replacements_delete AFTER DELETE ON replacements BEGIN
    SELECT RAISE(ABORT, 'no operation is open: replacements change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'replacements', OLD.id,
        json_object('id', OLD.id, 'document', OLD.document, 'old_edition', OLD.old_edition, 'new_edition',
        OLD.new_edition, 'file', OLD.file, 'reviewer', OLD.reviewer, 'at', OLD.at)
    FROM open_operation;
END;

CREATE TRIGGER replacements_insert AFTER INSERT ON replacements BEGIN
    SELECT RAISE(ABORT, 'no operation is open: replacements change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'replacements', NEW.id,
        NULL
    FROM open_operation;
END;

CREATE TRIGGER replacements_update AFTER UPDATE ON replacements BEGIN
    SELECT RAISE(ABORT, 'no operation is open: replacements change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'replacements', OLD.id,
        json_object('id', OLD.id, 'document', OLD.document, 'old_edition', OLD.old_edition, 'new_edition',
        OLD.new_edition, 'file', OLD.file, 'reviewer', OLD.reviewer, 'at', OLD.at)
    FROM open_operation;
END;

CREATE TRIGGER reported_disagreements_delete AFTER DELETE ON reported_disagreements BEGIN
    SELECT RAISE(ABORT, 'no operation is open: reported_disagreements change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'reported_disagreements', OLD.id,
        json_object('id', OLD.id, 'claim_a', OLD.claim_a, 'claim_b', OLD.claim_b, 'rationale', OLD.rationale,
        'reviewer', OLD.reviewer, 'at', OLD.at)
    FROM open_operation;
END;

CREATE TRIGGER reported_disagreements_insert AFTER INSERT ON reported_disagreements BEGIN
    SELECT RAISE(ABORT, 'no operation is open: reported_disagreements change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'reported_disagreements', NEW.id,
        NULL
    FROM open_operation;
END;

CREATE TRIGGER reported_disagreements_update AFTER UPDATE ON reported_disagreements BEGIN
    SELECT RAISE(ABORT, 'no operation is open: reported_disagreements change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'reported_disagreements', OLD.id,
        json_object('id', OLD.id, 'claim_a', OLD.claim_a, 'claim_b', OLD.claim_b, 'rationale', OLD.rationale,
        'reviewer', OLD.reviewer, 'at', OLD.at)
    FROM open_operation;
END;

CREATE TRIGGER sources_delete AFTER DELETE ON sources BEGIN
    SELECT RAISE(ABORT, 'no operation is open: sources change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'sources', OLD.id,
        json_object('id', OLD.id, 'name', OLD.name, 'name_key', OLD.name_key, 'reliability', OLD.reliability,
        'note', OLD.note)
    FROM open_operation;
END;

CREATE TRIGGER sources_insert AFTER INSERT ON sources BEGIN
    SELECT RAISE(ABORT, 'no operation is open: sources change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'sources', NEW.id,
        NULL
    FROM open_operation;
END;

CREATE TRIGGER sources_update AFTER UPDATE ON sources BEGIN
    SELECT RAISE(ABORT, 'no operation is open: sources change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'sources', OLD.id,
        json_object('id', OLD.id, 'name', OLD.name, 'name_key', OLD.name_key, 'reliability', OLD.reliability,
        'note', OLD.note)
    FROM open_operation;
END;

CREATE TRIGGER texts_no_delete BEFORE DELETE ON texts BEGIN
    SELECT RAISE(ABORT, 'texts are never changed or removed');
END;

CREATE TRIGGER texts_no_update BEFORE UPDATE ON texts BEGIN
    SELECT RAISE(ABORT, 'texts are never changed or removed');
END;

CREATE TRIGGER verdicts_insert AFTER INSERT ON verdicts BEGIN
    SELECT RAISE(ABORT, 'no operation is open: verdicts change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'verdicts', NEW.id,
        NULL
    FROM open_operation;
END;

CREATE TRIGGER verdicts_no_delete BEFORE DELETE ON verdicts BEGIN
    SELECT RAISE(ABORT, 'verdicts are never changed or removed');
END;

CREATE TRIGGER verdicts_no_update BEFORE UPDATE ON verdicts BEGIN
    SELECT RAISE(ABORT, 'verdicts are never changed or removed');
END;
