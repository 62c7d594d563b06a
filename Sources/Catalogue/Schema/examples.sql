-- All grants to an association over the years
SELECT acts.session_date, acts.number, grants.beneficiary, grants.operation_title,
  printf('%.2f', grants.amount_cents / 100.0) AS euros, grants.needs_review
FROM grants_search
JOIN grants ON grants.id = grants_search.rowid
JOIN acts USING (deliberation_id)
WHERE grants_search MATCH 'beneficiary : (ecole AND musique)'
ORDER BY acts.session_date, acts.number, grants.ordinal;

-- Who recused most
SELECT authorities.name AS authority, people.name, count(*) AS recusals
FROM recusals
JOIN people ON people.id = recusals.person_id
LEFT JOIN authorities ON authorities.id = people.authority_id
GROUP BY people.id
ORDER BY recusals DESC, people.name
LIMIT 20;

-- Votes that were not unanimous
SELECT acts.session_date, acts.number, acts.title, votes.option, votes.count,
  (SELECT group_concat(name, ', ') FROM vote_groups WHERE vote_id = votes.id) AS groups
FROM votes
JOIN decisions ON decisions.id = votes.decision_id
JOIN acts USING (deliberation_id)
WHERE votes.option IN ('no', 'abstain') AND votes.count > 0
ORDER BY acts.session_date, acts.number, decisions.ordinal, votes.option;

-- Articles that speak of something, the best match first
SELECT acts.number, articles.number AS article,
  snippet(articles_search, 1, '[', ']', '…', 12) AS text
FROM articles_search
JOIN articles ON articles.id = articles_search.rowid
JOIN acts USING (deliberation_id)
WHERE articles_search MATCH 'residence AND auteur*'
ORDER BY articles_search.rank, acts.number, articles.ordinal;

-- What each authority granted a year
SELECT acts.authority, acts.year, count(*) AS grants,
  printf('%.2f', sum(grants.amount_cents) / 100.0) AS euros
FROM grants
JOIN acts USING (deliberation_id)
GROUP BY acts.authority, acts.year
ORDER BY acts.authority, acts.year;

-- The laws and codes that acts rest on most
SELECT coalesce(name, type || ' ' || number) AS text, count(*) AS acts
FROM visa_references
WHERE type IN ('code', 'law')
GROUP BY 1
ORDER BY acts DESC, text
LIMIT 20;

-- What a person must look at: the checks that failed
SELECT acts.file_name, acts.number, checks.rule, checks.message
FROM checks
JOIN acts USING (deliberation_id)
WHERE checks.status = 'failed'
ORDER BY acts.file_name, acts.number, checks.ordinal;

-- Acts that stand in more than one document
SELECT authority, number, session_date, count(*) AS documents
FROM acts
WHERE number IS NOT NULL
GROUP BY authority, number, session_date
HAVING count(*) > 1
ORDER BY authority, number;

-- How many acts each session decided, and how many were there
SELECT authorities.name AS authority, organ, session_date, acts, present, members_in_office
FROM sessions
LEFT JOIN authorities ON authorities.id = authority_id
ORDER BY authority, session_date, organ;

-- What acts are about
SELECT subject_code, subject_name, count(*) AS acts
FROM deliberations
WHERE subject_code IS NOT NULL
GROUP BY subject_code
ORDER BY acts DESC, subject_code;

-- Who was away most
SELECT authorities.name AS authority, people.name,
  count(DISTINCT deliberations.session_date) AS sessions
FROM attendance
JOIN deliberations ON deliberations.id = attendance.deliberation_id
JOIN people ON people.id = attendance.person_id
LEFT JOIN authorities ON authorities.id = people.authority_id
WHERE attendance.status IN ('excused', 'absent')
GROUP BY people.id
ORDER BY sessions DESC, people.name
LIMIT 20;

-- Who held the proxies of others
SELECT authorities.name AS authority, people.name, count(*) AS proxies
FROM proxies
JOIN people ON people.id = proxies.to_person_id
LEFT JOIN authorities ON authorities.id = people.authority_id
GROUP BY people.id
ORDER BY proxies DESC, people.name
LIMIT 20;

-- How each person voted, where acts name them
SELECT authorities.name AS authority, people.name, positions.option, count(*) AS votes
FROM positions
JOIN people ON people.id = positions.person_id
LEFT JOIN authorities ON authorities.id = people.authority_id
GROUP BY people.id, positions.option
ORDER BY authority, people.name, positions.option;

-- Who was elected to what
SELECT acts.session_date, elections.office, elections.body, people.name, elected.capacity
FROM elected
JOIN elections ON elections.id = elected.election_id
JOIN acts USING (deliberation_id)
JOIN people ON people.id = elected.person_id
ORDER BY acts.session_date, elections.ordinal, elected.ordinal;

-- The greatest grants that need no look at the page
SELECT acts.authority, acts.session_date, grants.beneficiary,
  printf('%.2f', grants.amount_cents / 100.0) AS euros
FROM grants
JOIN acts USING (deliberation_id)
WHERE grants.amount_cents > 0 AND NOT grants.needs_review
ORDER BY grants.amount_cents DESC, grants.beneficiary, acts.file_name
LIMIT 20;

-- Who was granted money more than once
SELECT grants.beneficiary, count(DISTINCT acts.year) AS years, count(*) AS grants,
  printf('%.2f', sum(grants.amount_cents) / 100.0) AS euros
FROM grants
JOIN acts USING (deliberation_id)
WHERE grants.amount_cents > 0
GROUP BY grants.beneficiary
HAVING count(*) > 1
ORDER BY sum(grants.amount_cents) DESC, grants.beneficiary;

-- Acts that were not adopted
SELECT acts.session_date, acts.number, acts.title, decisions.result
FROM decisions
JOIN acts USING (deliberation_id)
WHERE decisions.result IN ('rejected', 'withdrawn', 'adjourned')
ORDER BY acts.session_date, acts.number, decisions.ordinal;

-- Acts that reached the prefecture more than fifteen days after they were decided
SELECT acts.authority, acts.number, acts.session_date,
  CAST(julianday(transmission_date) - julianday(acts.session_date) AS INTEGER) AS days
FROM deliberations
JOIN acts ON acts.deliberation_id = deliberations.id
WHERE julianday(transmission_date) - julianday(acts.session_date) > 15
ORDER BY days DESC, acts.number;

-- Organisations under their spellings, and those that may be one
SELECT organisations.name, variants, grants, printf('%.2f', amount_cents / 100.0) AS euros,
  (
    SELECT group_concat(candidate, ', ') FROM organisation_candidates
    JOIN organisation_variants ON organisation_variants.name = organisation_candidates.name
    WHERE organisation_variants.organisation = organisations.organisation
  ) AS candidates
FROM organisations
WHERE grants > 0
ORDER BY amount_cents DESC, organisations.name;
