-- Newer editions of a document: the pages of an edition, which edition took the place of which, and what became of every
-- passage of the older one.

-- JSON: where the pages of the text begin, by their labels; empty where the format has no pages.
ALTER TABLE editions ADD COLUMN pages TEXT NOT NULL DEFAULT '[]';

-- How many passages wait for a decision after the document was replaced.
ALTER TABLE document_states ADD COLUMN awaiting INTEGER NOT NULL DEFAULT 0;

-- A newer edition that took the place of an older one. The rows of a document, in order, are the row of its editions; an
-- edition whose replacement was undone is in none.
CREATE TABLE replacements (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    old_edition TEXT NOT NULL REFERENCES editions (id), -- current before
    new_edition TEXT NOT NULL REFERENCES editions (id), -- current from then on
    file TEXT NOT NULL, -- the newer file's name, as given
    reviewer TEXT NOT NULL REFERENCES reviewers (id), -- who replaced it
    at TEXT NOT NULL -- when
) STRICT;
CREATE INDEX replacements_by_document ON replacements (document, id);
CREATE INDEX replacements_by_edition ON replacements (new_edition);

-- What became of a passage when its document was replaced, and what was decided about it. The passage's own row has the
-- place that holds; both places are kept here. Offsets of the older edition count in passages that stood there.
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
CREATE INDEX anchorings_by_replacement ON anchorings (replacement, state);
CREATE INDEX anchorings_by_claim ON anchorings (claim);
CREATE INDEX anchorings_pending ON anchorings (id) WHERE state = 'pending';
CREATE UNIQUE INDEX anchorings_pending_by_passage ON anchorings (passage) WHERE state = 'pending';

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

CREATE TRIGGER replacements_delete AFTER DELETE ON replacements BEGIN
    SELECT RAISE(ABORT, 'no operation is open: replacements change only inside one')
    WHERE NOT EXISTS (SELECT 1 FROM open_operation);
    INSERT INTO changes (operation, entity, id, before)
    SELECT operation, 'replacements', OLD.id,
        json_object('id', OLD.id, 'document', OLD.document, 'old_edition', OLD.old_edition, 'new_edition',
        OLD.new_edition, 'file', OLD.file, 'reviewer', OLD.reviewer, 'at', OLD.at)
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
