-- The orders in which claims are listed, each kept as an index, so that a page is read where it stands and nothing is sorted.

-- What lists sort a claim by though it stands in other rows: recomputed with what it comes from.
CREATE TABLE claim_states (
    claim TEXT PRIMARY KEY NOT NULL, -- claims (id)
    verdict TEXT NOT NULL CHECK (verdict IN ('unreviewed', 'corroborated', 'disputed', 'unverifiable')), -- the latest of any reviewer
    severity REAL NOT NULL -- of the gravest of its disagreements that are open or confirmed; 0 without one
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_states_by_verdict ON claim_states (verdict, claim);
CREATE INDEX claim_states_by_severity ON claim_states (severity, claim);

-- The verdict each reviewer has in force on a claim: for them it goes before everybody else's. Recomputed likewise.
CREATE TABLE reviewer_verdicts (
    reviewer TEXT NOT NULL, -- reviewers (id)
    claim TEXT NOT NULL, -- claims (id)
    verdict TEXT NOT NULL CHECK (verdict IN ('unreviewed', 'corroborated', 'disputed', 'unverifiable')),
    PRIMARY KEY (reviewer, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX reviewer_verdicts_by_verdict ON reviewer_verdicts (reviewer, verdict, claim);

INSERT INTO reviewer_verdicts (reviewer, claim, verdict)
SELECT current_verdicts.reviewer, current_verdicts.claim, current_verdicts.verdict
FROM current_verdicts JOIN claims ON claims.id = current_verdicts.claim;

INSERT INTO claim_states (claim, verdict, severity)
SELECT claims.id,
    ifnull((SELECT verdicts.verdict FROM verdicts WHERE verdicts.claim = claims.id
        ORDER BY verdicts.counter DESC, verdicts.id DESC LIMIT 1), 'unreviewed'),
    max(
        ifnull((SELECT max(found.severity) FROM disagreements AS found
            WHERE found.claim_a = claims.id AND found.standing = 1 AND found.status <> 'dismissed'), 0.0),
        ifnull((SELECT max(found.severity) FROM disagreements AS found
            WHERE found.claim_b = claims.id AND +found.standing = 1 AND found.status <> 'dismissed'), 0.0)
    )
FROM claims;

-- A value or a period that is open on one side is placed by the other.
DROP INDEX claims_by_value;
CREATE INDEX claims_by_value ON claims (ifnull(value_low, value_high), id);
DROP INDEX claims_by_period;
CREATE INDEX claims_by_period ON claims (ifnull(period_from, period_to), id);

-- What filters look at, narrow enough to walk through where nothing rarer leads to the claims.
DROP INDEX claims_by_stance;
CREATE INDEX claims_filtered ON claims (
    id, document, question, stance, kind, value_unit, attributed_to, place, period_relation, period_from, period_to
);

-- Unique, though the id alone is: so SQLite knows that a document's claims follow one another and need no sorting.
CREATE UNIQUE INDEX documents_by_title ON documents (title COLLATE NOCASE, id);
CREATE UNIQUE INDEX questions_by_text ON questions (text COLLATE NOCASE, id);
