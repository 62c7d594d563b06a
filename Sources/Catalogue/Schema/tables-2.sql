-- Elections, opinions, and who could vote.

ALTER TABLE decisions ADD COLUMN opinion TEXT;               -- favourable, unfavourable
ALTER TABLE decisions ADD COLUMN electorate_present INTEGER;  -- in the room at that moment
ALTER TABLE decisions ADD COLUMN electorate_represented INTEGER;
ALTER TABLE decisions ADD COLUMN electorate_voting INTEGER;
ALTER TABLE votes ADD COLUMN stated TEXT;                     -- printed, derived

CREATE TABLE elections (
  -- An election or a désignation: people are chosen for an office, or for a body.
  id INTEGER PRIMARY KEY,
  deliberation_id INTEGER NOT NULL REFERENCES deliberations ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  office TEXT,                      -- 1er adjoint, délégué
  body TEXT,                        -- Commission d'appel d'offres
  page INTEGER,
  line INTEGER
) STRICT;
CREATE INDEX elections_deliberation ON elections (deliberation_id);

CREATE TABLE election_rounds (
  -- One ballot of an election.
  id INTEGER PRIMARY KEY,
  election_id INTEGER NOT NULL REFERENCES elections ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  votes_cast INTEGER,               -- ballot papers in the urn
  blank INTEGER,
  void INTEGER
) STRICT;
CREATE INDEX election_rounds_election ON election_rounds (election_id);

CREATE TABLE candidates (
  -- A person, or a list, who stands in a ballot.
  round_id INTEGER NOT NULL REFERENCES election_rounds ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  person_id INTEGER REFERENCES people,
  list TEXT,                        -- the name of the list as printed
  votes INTEGER,
  needs_review INTEGER NOT NULL
) STRICT;
CREATE INDEX candidates_round ON candidates (round_id);
CREATE INDEX candidates_person ON candidates (person_id);

CREATE TABLE elected (
  -- Who is elected or named.
  election_id INTEGER NOT NULL REFERENCES elections ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people,
  capacity TEXT NOT NULL,           -- member, alternate
  printed TEXT NOT NULL             -- the name as printed
) STRICT;
CREATE INDEX elected_election ON elected (election_id);
CREATE INDEX elected_person ON elected (person_id);

DROP VIEW mentions;
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
  FROM positions JOIN decisions ON decisions.id = positions.decision_id
  UNION ALL
  SELECT person_id, deliberation_id, 'candidate'
  FROM candidates JOIN election_rounds ON election_rounds.id = round_id
  JOIN elections ON elections.id = election_id WHERE person_id IS NOT NULL
  UNION ALL
  SELECT person_id, deliberation_id, 'elected'
  FROM elected JOIN elections ON elections.id = election_id;
