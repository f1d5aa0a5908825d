-- The order in which disagreements are listed, kept as an index: gravest first, those within one document last. A list is
-- read page by page, whatever was decided; only what stands is listed, so only that is in the indexes.

DROP INDEX disagreements_by_status;
CREATE INDEX disagreements_by_status ON disagreements (status, internal, severity DESC, id) WHERE standing = 1;
CREATE INDEX disagreements_by_severity ON disagreements (internal, severity DESC, id) WHERE standing = 1;
