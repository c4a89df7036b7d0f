// When credentials that count now and were not renewed come so many days before their end, within a span.
WHERE credential.status = 'ACTIVE' AND credential.validUntil >= $since AND credential.validUntil <= $latest
  AND NOT EXISTS { (:Credential)-[:RENEWS]->(credential) }
UNWIND $days AS days
WITH credential, learnerId, issuerId, days, credential.validUntil - duration({days: days}) AS at, credential.id + ':' + toString(days) AS id
WHERE at >= $since AND at <= $now AND at > credential.awardedAt
