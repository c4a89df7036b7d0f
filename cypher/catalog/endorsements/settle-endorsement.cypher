// Accept, decline or take back an endorsement.
MATCH (endorsement:Endorsement {id: $id})
SET endorsement.state = $state, endorsement.settledAt = $now, endorsement.reason = $reason
RETURN endorsement.id AS id
