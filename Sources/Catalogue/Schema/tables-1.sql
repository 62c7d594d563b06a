-- The catalogue of extract: what was read, as rows.
--
-- One document gives one row of documents; all else of it hangs on that row and goes with it.
-- Money is whole cents, dates are ISO 8601 (2024-10-14), truth values are 0 and 1, and NULL means
-- that nothing is known. ordinal counts from 0 in printed order, as JSON Pointers do: /grants/12 is
-- the grant whose ordinal is 12. raw is the print where it differs from the reading. page counts
-- from 1; line stands instead of it where a text was read. needs_review is 1 where the value must
-- not be trusted without a look at the page.

CREATE TABLE documents (
  -- A content that was read. Storing the same content again replaces all that hangs on it.
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,      -- of the file's bytes, lower-case hexadecimal
  file_name TEXT NOT NULL,          -- without its folder
  byte_count INTEGER NOT NULL,
  page_count INTEGER,
  producer TEXT,                    -- the program that made the PDF
  program_version TEXT NOT NULL,    -- of extract
  pipeline TEXT,                    -- the definition that was used, such as pas-de-calais
  extracted_at REAL                 -- in seconds since 1970; NULL where an output was loaded
) STRICT;

CREATE TABLE locations (
  -- Where a content lies. Content that another one has replaced at its only path is removed.
  path TEXT PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX locations_document ON locations (document_id);

CREATE TABLE authorities (
  -- A local authority, by the name that its acts give it.
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  type TEXT,                        -- department, commune, epci, region, syndicate, other
  siren TEXT,
  siret TEXT
) STRICT;

CREATE TABLE people (
  -- A person of an authority, or of a document alone where its act names no authority.
  id INTEGER PRIMARY KEY,
  authority_id INTEGER REFERENCES authorities ON DELETE CASCADE,
  document_id INTEGER REFERENCES documents ON DELETE CASCADE,
  name TEXT NOT NULL,               -- the spelling with the most accents and small letters
  name_key TEXT NOT NULL,           -- the name without case, accents, spaces and hyphens
  honorific TEXT,                   -- M. or Mme
  CHECK ((authority_id IS NULL) <> (document_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX people_of_authority ON people (authority_id, name_key)
  WHERE authority_id IS NOT NULL;
CREATE UNIQUE INDEX people_of_document ON people (document_id, name_key)
  WHERE document_id IS NOT NULL;

CREATE TABLE deliberations (
  -- An act.
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,         -- in the document
  number TEXT,                      -- 2024-205
  title TEXT,
  title_raw TEXT,
  authority_id INTEGER REFERENCES authorities,
  organ TEXT,                       -- Commission permanente
  session_date TEXT,
  transmission_date TEXT,
  publication_date TEXT,
  transmission_id TEXT,             -- of the stamp of the transmission
  signature_place TEXT,
  signature_date TEXT,
  signature_role TEXT,
  signed_on_behalf_of TEXT,
  report_number INTEGER,            -- of the report of the President
  report_date TEXT,
  members_in_office INTEGER,        -- this and the next four: the counts printed beside the list
  members_present INTEGER,
  members_represented INTEGER,
  members_absent INTEGER,
  voters INTEGER,
  page INTEGER,
  line INTEGER
) STRICT;
CREATE INDEX deliberations_document ON deliberations (document_id);
CREATE INDEX deliberations_session ON deliberations (authority_id, session_date);

CREATE TABLE officers (
  -- Who presided, kept the minutes and signed.
  deliberation_id INTEGER NOT NULL REFERENCES deliberations ON DELETE CASCADE,
  role TEXT NOT NULL,               -- president, secretary, signatory
  person_id INTEGER NOT NULL REFERENCES people,
  printed TEXT NOT NULL             -- the name as printed
) STRICT;
CREATE INDEX officers_deliberation ON officers (deliberation_id);
CREATE INDEX officers_person ON officers (person_id);

CREATE TABLE attendance (
  -- Who is on the attendance list.
  deliberation_id INTEGER NOT NULL REFERENCES deliberations ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,         -- among those of the same status
  person_id INTEGER NOT NULL REFERENCES people,
  status TEXT NOT NULL,             -- present, excused, absent, attending_without_vote,
                                    -- excused_without_vote
  printed TEXT NOT NULL             -- the name as printed
) STRICT;
CREATE INDEX attendance_deliberation ON attendance (deliberation_id);
CREATE INDEX attendance_person ON attendance (person_id);

CREATE TABLE proxies (
  -- Who votes for whom.
  deliberation_id INTEGER NOT NULL REFERENCES deliberations ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  from_person_id INTEGER NOT NULL REFERENCES people,
  to_person_id INTEGER REFERENCES people  -- NULL where the act does not name them
) STRICT;
CREATE INDEX proxies_deliberation ON proxies (deliberation_id);
CREATE INDEX proxies_from ON proxies (from_person_id);
CREATE INDEX proxies_to ON proxies (to_person_id);

CREATE TABLE articles (
  -- An article, or an operative clause, of an act.
  id INTEGER PRIMARY KEY,
  deliberation_id INTEGER NOT NULL REFERENCES deliberations ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  number INTEGER NOT NULL,
  number_printed INTEGER NOT NULL,  -- 0 where clauses without a number were counted
  title TEXT,
  text TEXT NOT NULL,
  raw TEXT,
  result TEXT,                      -- of an article adopted outside any counted vote
  page INTEGER,
  line INTEGER
) STRICT;
CREATE INDEX articles_deliberation ON articles (deliberation_id);

CREATE TABLE article_amounts (
  -- The amounts in the prose of an article.
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  cents INTEGER NOT NULL,
  raw TEXT NOT NULL,
  needs_review INTEGER NOT NULL
) STRICT;
CREATE INDEX article_amounts_article ON article_amounts (article_id);

CREATE TABLE article_annexes (
  -- The annexes that an article cites.
  article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  number INTEGER NOT NULL
) STRICT;
CREATE INDEX article_annexes_article ON article_annexes (article_id);

CREATE TABLE decisions (
  -- A vote with its counts, or a stated result, over some articles.
  id INTEGER PRIMARY KEY,
  deliberation_id INTEGER NOT NULL REFERENCES deliberations ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  result TEXT,                      -- adopted, rejected, withdrawn, noted, adjourned
  raw TEXT,
  stated_unanimous INTEGER NOT NULL,  -- 1 where the act says "à l'unanimité"
  needs_review INTEGER NOT NULL,
  page INTEGER,
  line INTEGER
) STRICT;
CREATE INDEX decisions_deliberation ON decisions (deliberation_id);

CREATE TABLE decision_articles (
  -- The numbers of the articles that a decision is about.
  decision_id INTEGER NOT NULL REFERENCES decisions ON DELETE CASCADE,
  number INTEGER NOT NULL
) STRICT;
CREATE INDEX decision_articles_decision ON decision_articles (decision_id);

CREATE TABLE votes (
  -- The count of one option of a decision.
  id INTEGER PRIMARY KEY,
  decision_id INTEGER NOT NULL REFERENCES decisions ON DELETE CASCADE,
  option TEXT NOT NULL,             -- yes, no, abstain, absent
  count INTEGER,                    -- NULL where it cannot be read
  needs_review INTEGER NOT NULL,
  page INTEGER,
  line INTEGER
) STRICT;
CREATE INDEX votes_decision ON votes (decision_id);

CREATE TABLE vote_groups (
  -- The political groups printed beside a count.
  vote_id INTEGER NOT NULL REFERENCES votes ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL
) STRICT;
CREATE INDEX vote_groups_vote ON vote_groups (vote_id);

CREATE TABLE recusals (
  -- Who stepped aside from a decision.
  id INTEGER PRIMARY KEY,
  decision_id INTEGER NOT NULL REFERENCES decisions ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people,
  status TEXT NOT NULL,             -- present, excused_without_proxy, without_vote
  printed TEXT NOT NULL             -- the name as printed
) STRICT;
CREATE INDEX recusals_decision ON recusals (decision_id);
CREATE INDEX recusals_person ON recusals (person_id);

CREATE TABLE recusal_articles (
  -- The articles that a recusal names; none where it holds for all of the decision.
  recusal_id INTEGER NOT NULL REFERENCES recusals ON DELETE CASCADE,
  number INTEGER NOT NULL
) STRICT;
CREATE INDEX recusal_articles_recusal ON recusal_articles (recusal_id);

CREATE TABLE positions (
  -- How a person voted, where the act names them.
  decision_id INTEGER NOT NULL REFERENCES decisions ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people,
  option TEXT NOT NULL,             -- yes, no, abstain, absent
  stated TEXT NOT NULL,             -- printed, derived
  printed TEXT NOT NULL             -- the name as printed
) STRICT;
CREATE INDEX positions_decision ON positions (decision_id);
CREATE INDEX positions_person ON positions (person_id);

CREATE TABLE budget_lines (
  -- The lines of the budget tables of an act and of the report of the President.
  id INTEGER PRIMARY KEY,
  deliberation_id INTEGER NOT NULL REFERENCES deliberations ON DELETE CASCADE,
  stated_in TEXT NOT NULL,          -- act, report
  ordinal INTEGER NOT NULL,         -- in its table
  operation_code TEXT,              -- C02-446A05
  operation_code_raw TEXT,
  budget_code TEXT,                 -- the imputation, 6568/93446
  label TEXT,
  commitment_authority_cents INTEGER,  -- autorisation d'engagement
  commitment_authority_raw TEXT,
  expenditure_cents INTEGER,        -- what an act decides to spend
  expenditure_raw TEXT,
  available_cents INTEGER,          -- this and the rest: what a report says of the line
  available_raw TEXT,
  proposed_cents INTEGER,
  proposed_raw TEXT,
  balance_cents INTEGER,
  balance_raw TEXT,
  needs_review INTEGER NOT NULL,
  page INTEGER,
  line INTEGER
) STRICT;
CREATE INDEX budget_lines_deliberation ON budget_lines (deliberation_id);

CREATE TABLE grants (
  -- Money, or places paid for, given to one beneficiary: a row of the annex tables, or prose.
  id INTEGER PRIMARY KEY,
  deliberation_id INTEGER NOT NULL REFERENCES deliberations ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  theme TEXT,                       -- the number as printed
  theme_title TEXT,
  operation TEXT,                   -- the number as printed: 1, complémentaire 2
  operation_title TEXT,
  territory TEXT,
  territory_raw TEXT,
  beneficiary TEXT,
  beneficiary_raw TEXT,
  quantity ANY CHECK (quantity IS NULL OR typeof(quantity) IN ('integer', 'real')),
  description TEXT,
  amount_cents INTEGER,
  raw TEXT,                         -- the amount as printed
  agreement TEXT,                   -- Convention annexe 4
  stated_in TEXT NOT NULL,          -- table, prose
  confidence REAL,                  -- of the least sure part of the row, from 0 to 1
  needs_review INTEGER NOT NULL,
  page INTEGER,
  line INTEGER
) STRICT;
CREATE INDEX grants_deliberation ON grants (deliberation_id);
CREATE INDEX grants_beneficiary ON grants (beneficiary);

CREATE TABLE grant_doubts (
  -- What of a grant must not be trusted, where needs_review is 1.
  grant_id INTEGER NOT NULL REFERENCES grants ON DELETE CASCADE,
  part TEXT NOT NULL                -- name, territory, operation, quantity, amount, contradicted
) STRICT;
CREATE INDEX grant_doubts_grant ON grant_doubts (grant_id);

CREATE TABLE totals (
  -- The totals of the grant tables, as printed: of an operation, of a theme, or of all.
  id INTEGER PRIMARY KEY,
  deliberation_id INTEGER NOT NULL REFERENCES deliberations ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  theme TEXT,
  operation TEXT,
  quantity ANY CHECK (quantity IS NULL OR typeof(quantity) IN ('integer', 'real')),
  amount_cents INTEGER,
  raw TEXT,                         -- the amount as printed
  needs_review INTEGER NOT NULL,
  page INTEGER,
  line INTEGER
) STRICT;
CREATE INDEX totals_deliberation ON totals (deliberation_id);

CREATE TABLE checks (
  -- The rules that were tried on an act.
  id INTEGER PRIMARY KEY,
  deliberation_id INTEGER NOT NULL REFERENCES deliberations ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  rule TEXT NOT NULL,               -- grants.total
  status TEXT NOT NULL,             -- passed, failed, not_applicable
  expected TEXT,                    -- a count, euros as a decimal, or a text
  found TEXT,
  message TEXT
) STRICT;
CREATE INDEX checks_deliberation ON checks (deliberation_id);
CREATE INDEX checks_failed ON checks (rule) WHERE status = 'failed';

CREATE TABLE check_subjects (
  -- The values that a check speaks of, as JSON Pointers from the act: /grants/12/amount.
  check_id INTEGER NOT NULL REFERENCES checks ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  path TEXT NOT NULL
) STRICT;
CREATE INDEX check_subjects_check ON check_subjects (check_id);

CREATE TABLE repairs (
  -- The values that a rule changed, with what is printed.
  deliberation_id INTEGER NOT NULL REFERENCES deliberations ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  path TEXT NOT NULL,               -- a JSON Pointer from the act: /grants/12/amount
  raw TEXT,
  value TEXT NOT NULL,              -- a count, euros as a decimal, or a text
  rule TEXT NOT NULL,               -- the rule that proves the repair
  confidence REAL                   -- from 0 to 1
) STRICT;
CREATE INDEX repairs_deliberation ON repairs (deliberation_id);

CREATE TABLE diagnostics (
  -- What is odd in a document.
  document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  severity TEXT NOT NULL,           -- error, warning, note
  code TEXT NOT NULL,               -- vote.missing-count
  message TEXT NOT NULL,
  page INTEGER,
  line INTEGER
) STRICT;
CREATE INDEX diagnostics_document ON diagnostics (document_id);
CREATE INDEX diagnostics_code ON diagnostics (code);

-- Full text, case and accents ignored; œ is a letter of its own ("coeur OR cœur"). rowid is the id
-- of the row that was found:
--   SELECT grants.* FROM grants_search JOIN grants ON grants.id = grants_search.rowid
--   WHERE grants_search MATCH 'ecole musique'

CREATE VIRTUAL TABLE deliberations_search USING fts5 (
  title,
  content = 'deliberations', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER deliberations_search_insert AFTER INSERT ON deliberations BEGIN
  INSERT INTO deliberations_search (rowid, title) VALUES (new.id, new.title);
END;
CREATE TRIGGER deliberations_search_delete AFTER DELETE ON deliberations BEGIN
  INSERT INTO deliberations_search (deliberations_search, rowid, title)
  VALUES ('delete', old.id, old.title);
END;

CREATE VIRTUAL TABLE articles_search USING fts5 (
  title, text,
  content = 'articles', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER articles_search_insert AFTER INSERT ON articles BEGIN
  INSERT INTO articles_search (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER articles_search_delete AFTER DELETE ON articles BEGIN
  INSERT INTO articles_search (articles_search, rowid, title, text)
  VALUES ('delete', old.id, old.title, old.text);
END;

CREATE VIRTUAL TABLE grants_search USING fts5 (
  beneficiary, operation_title, description,
  content = 'grants', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER grants_search_insert AFTER INSERT ON grants BEGIN
  INSERT INTO grants_search (rowid, beneficiary, operation_title, description)
  VALUES (new.id, new.beneficiary, new.operation_title, new.description);
END;
CREATE TRIGGER grants_search_delete AFTER DELETE ON grants BEGIN
  INSERT INTO grants_search (grants_search, rowid, beneficiary, operation_title, description)
  VALUES ('delete', old.id, old.beneficiary, old.operation_title, old.description);
END;

CREATE VIEW acts AS
  -- An act with its authority and its document. An act that stands in two documents, its own and a
  -- recueil, is two rows.
  SELECT
    deliberations.id AS deliberation_id,
    authorities.name AS authority,
    deliberations.organ,
    deliberations.number,
    deliberations.title,
    deliberations.session_date,
    substr(deliberations.session_date, 1, 4) AS year,
    documents.file_name,
    documents.sha256,
    deliberations.page
  FROM deliberations
  JOIN documents ON documents.id = deliberations.document_id
  LEFT JOIN authorities ON authorities.id = deliberations.authority_id;

CREATE VIEW mentions AS
  -- In which acts a person stands, and as what.
  SELECT person_id, deliberation_id, role AS part FROM officers
  UNION ALL
  SELECT person_id, deliberation_id, status FROM attendance
  UNION ALL
  SELECT from_person_id, deliberation_id, 'gave_proxy' FROM proxies
  UNION ALL
  SELECT to_person_id, deliberation_id, 'had_proxy' FROM proxies WHERE to_person_id IS NOT NULL
  UNION ALL
  SELECT person_id, deliberation_id, 'recused'
  FROM recusals JOIN decisions ON decisions.id = recusals.decision_id
  UNION ALL
  SELECT person_id, deliberation_id, 'voted_' || option
  FROM positions JOIN decisions ON decisions.id = positions.decision_id;
