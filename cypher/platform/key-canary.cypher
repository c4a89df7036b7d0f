// What was sealed by the key-encryption key of this database, and by which key it is being replaced, if it is?
MATCH (canary:KeyCanary {id: $id})
RETURN canary.sealedCanary AS sealedCanary, canary.rewrappingTo AS rewrappingTo
