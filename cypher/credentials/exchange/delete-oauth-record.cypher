// Forget one thing of the authorisation server.
MATCH (record:OAuthRecord {key: $key})
DELETE record
