// Let changes to what units ask for happen one after another, so that two of them cannot close a circle together.
MERGE (lock:Lock {id: 'prerequisites'})
SET lock.at = $now
RETURN lock.id AS id
