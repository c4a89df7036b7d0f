// Keep the signed document of an endorsement, unless there is one.
MATCH (endorsement:Endorsement {id: $id})
SET endorsement.document = coalesce(endorsement.document, $document)
RETURN endorsement.document AS document
