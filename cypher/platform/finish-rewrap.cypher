// Make another key-encryption key that of this database; all keys are wrapped by it now.
MATCH (canary:KeyCanary {id: $id})
SET canary.sealedCanary = $sealedCanary
REMOVE canary.rewrappingTo
