// Forget every code and token that was given on one permission.
MATCH (record:OAuthRecord {grant: $grant})
DELETE record
