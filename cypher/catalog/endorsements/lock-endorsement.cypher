// Hold an endorsement against other writers until the transaction ends, and say where it stands.
MATCH (endorsement:Endorsement {id: $id})
SET endorsement.lockedAt = $now
RETURN endorsement.state AS state
