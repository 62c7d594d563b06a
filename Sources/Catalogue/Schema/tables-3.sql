-- The outputs themselves, what acts are about, and sessions.

CREATE TABLE outputs (
  -- The JSON of a document as it was stored; documents of older catalogues have none.
  document_id INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  json TEXT NOT NULL
) STRICT;

ALTER TABLE deliberations ADD COLUMN item TEXT;               -- its number in minutes: 3, 7.1, II
ALTER TABLE deliberations ADD COLUMN needs_review INTEGER;    -- of its boundary, title or date
ALTER TABLE deliberations ADD COLUMN subject_code TEXT;       -- of the nomenclature of acts: 7.5
ALTER TABLE deliberations ADD COLUMN subject_name TEXT;       -- finances locales/subventions
ALTER TABLE deliberations ADD COLUMN subject_confidence REAL;  -- NULL where the subject is printed

CREATE VIEW sessions AS
  -- A day on which an assembly sat. present counts the longest list among its acts.
  SELECT
    authority_id, organ, session_date,
    count(*) AS acts,
    max(members_in_office) AS members_in_office,
    max((
      SELECT count(*) FROM attendance
      WHERE deliberation_id = deliberations.id AND status = 'present'
    )) AS present,
    min(document_id) AS document_id
  FROM deliberations
  WHERE session_date IS NOT NULL
  GROUP BY authority_id, organ, session_date;
