CREATE TABLE outputs (
  -- What extract wrote: the views below read from it what has no column of its own. Documents that were
  -- stored before have none until they are stored again.
  document_id INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
  json TEXT NOT NULL                -- what extract wrote, without its white space
) STRICT;

CREATE VIEW facts AS
  -- Every value of every output, with the keys that lead to it: $.deliberations[0].totals[3].quantity_raw
  SELECT document_id, replace(fullkey, '"', '') AS path, key, atom AS value
  FROM outputs, json_tree(outputs.json) WHERE atom IS NOT NULL;

CREATE VIEW act_outputs AS
  -- The part of an output that is an act.
  SELECT deliberations.id AS deliberation_id,
    json_extract(json, '$.deliberations[' || ordinal || ']') AS act
  FROM deliberations JOIN outputs USING (document_id);

CREATE VIEW act_details AS
  -- What stands about an act beside its columns.
  SELECT deliberation_id, act ->> 'item' AS item, act ->> 'confidence' AS confidence,
    coalesce(act ->> 'needs_review', 0) AS needs_review,
    act ->> '$.session.convocation_date' AS convocation_date, act ->> '$.session.time' AS time,
    act ->> '$.session.place' AS place
  FROM act_outputs;

CREATE VIEW visas AS
  -- The texts on which an act rests ("Vu le Code du travail").
  SELECT deliberation_id, visa.key AS ordinal, visa.value ->> 'text' AS text,
    visa.value ->> 'raw' AS raw, visa.value ->> '$.source.page' AS page,
    visa.value ->> 'line' AS line
  FROM act_outputs, json_each(act, '$.citations') AS visa;

CREATE VIEW visa_references AS
  -- The texts that a visa refers to.
  SELECT deliberation_id, visa.key AS visa_ordinal, reference.key AS ordinal,
    reference.value ->> 'type' AS type, reference.value ->> 'number' AS number,
    reference.value ->> 'date' AS date, reference.value ->> 'name' AS name,
    reference.value ->> 'raw' AS raw
  FROM act_outputs, json_each(act, '$.citations') AS visa,
    json_each(visa.value, '$.references') AS reference;

CREATE VIEW recitals AS
  -- The reasons for an act ("Considérant").
  SELECT deliberation_id, recital.key AS ordinal, recital.value ->> 'text' AS text,
    recital.value ->> 'raw' AS raw, recital.value ->> '$.source.page' AS page,
    recital.value ->> 'line' AS line
  FROM act_outputs, json_each(act, '$.recitals') AS recital;

CREATE VIEW attachments AS
  -- What is attached to an act, with the number of its tables.
  SELECT deliberation_id, attachment.key AS ordinal, attachment.value ->> 'kind' AS kind,
    attachment.value ->> 'number' AS number, attachment.value ->> 'title' AS title,
    attachment.value ->> '$.pages[0]' AS first_page, attachment.value ->> '$.pages[1]' AS last_page,
    json_array_length(attachment.value, '$.tables') AS tables
  FROM act_outputs, json_each(act, '$.attachments') AS attachment;

CREATE VIEW opinions AS
  -- What commissions said of the report of the President.
  SELECT deliberation_id, opinion.key AS ordinal, opinion.value ->> 'text' AS text,
    opinion.value ->> 'body' AS body, opinion.value ->> 'date' AS date
  FROM act_outputs, json_each(act, '$.report.opinions') AS opinion;

CREATE VIEW pages AS
  -- The pages of a document.
  SELECT document_id, page.value ->> 'number' AS number, page.value ->> 'width' AS width,
    page.value ->> 'height' AS height, page.value ->> 'text_origin' AS text_origin,
    page.value ->> 'confidence' AS confidence
  FROM outputs, json_each(outputs.json, '$.source.pages') AS page;

-- What acts are about, and sessions.
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
