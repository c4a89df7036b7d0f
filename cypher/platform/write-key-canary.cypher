// Remember, once, something sealed by the key-encryption key of this database.
MERGE (canary:KeyCanary {id: $id})
ON CREATE SET canary.sealedCanary = $sealedCanary, canary.createdAt = $now
RETURN canary.sealedCanary AS sealedCanary, canary.rewrappingTo AS rewrappingTo
