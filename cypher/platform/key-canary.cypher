// What was sealed by the key-encryption key of this database when it was new?
MATCH (canary:KeyCanary {id: $id})
RETURN canary.sealedCanary AS sealedCanary
