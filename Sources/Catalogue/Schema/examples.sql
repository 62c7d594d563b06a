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
