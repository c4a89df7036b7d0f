// Remember that the keys are being wrapped anew, by which key-encryption key.
MATCH (canary:KeyCanary {id: $id})
SET canary.rewrappingTo = $kek
