// Let changes to what stacks what happen one after another, so that two of them cannot close a circle together.
MERGE (lock:Lock {id: 'stacking'})
SET lock.at = $now
RETURN lock.id AS id
