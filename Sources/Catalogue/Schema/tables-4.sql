CREATE TABLE organisation_names (
  -- A name of an organisation as acts spell it: of a beneficiary of grants, or of an authority.
  name TEXT PRIMARY KEY,
  name_key TEXT NOT NULL,           -- the name without case, accents, spaces and hyphens
  initials TEXT NOT NULL,           -- of its words, an acronym whole: ccasm of "CCAS de Montlys"
  last_word TEXT,                   -- montlys; NULL of an acronym alone
  has_acronym INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX organisation_names_key ON organisation_names (name_key);
CREATE INDEX organisation_names_initials ON organisation_names (initials);

CREATE VIEW organisation_variants AS
  -- The spellings of each organisation. organisation is its SIREN where acts print one, else its
  -- name_key: spellings that differ in case, accents, spaces and hyphens alone are one.
  SELECT
    coalesce(
      (
        SELECT CASE WHEN count(DISTINCT siren) = 1 THEN max(siren) END
        FROM authorities JOIN organisation_names AS own USING (name)
        WHERE own.name_key = organisation_names.name_key
      ),
      name_key
    ) AS organisation,
    name,
    (SELECT count(*) FROM grants WHERE beneficiary = name) AS grants,
    (SELECT sum(amount_cents) FROM grants WHERE beneficiary = name) AS amount_cents
  FROM organisation_names;

CREATE VIEW organisations AS
  -- An organisation once, under the spelling with the most accents and small letters.
  SELECT organisation, max(name) AS name, count(*) AS variants, sum(grants) AS grants,
    sum(amount_cents) AS amount_cents
  FROM organisation_variants GROUP BY organisation;

CREATE VIEW organisation_candidates AS
  -- Two organisations that may be one, for a person to decide: the acronym of one is made of the
  -- initials of the other, and both end alike (CCAS de Montlys, Centre communal d'action sociale de
  -- Montlys), or the acronym stands alone.
  SELECT short.name AS name, long.name AS candidate
  FROM organisation_names AS short JOIN organisation_names AS long USING (initials)
  WHERE short.has_acronym AND NOT long.has_acronym AND short.name_key <> long.name_key
    AND (short.last_word IS NULL OR short.last_word = long.last_word);
