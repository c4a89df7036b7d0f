// Keep an image that an organisation uploaded, once however often it is.
MATCH (organization:Organization {id: $organizationId})
MERGE (image:Image {digest: $digest})
ON CREATE SET image.mediaType = $mediaType, image.bytes = $bytes, image.createdAt = $now
MERGE (organization)-[upload:UPLOADED]->(image)
ON CREATE SET upload.at = $now
RETURN image.digest AS digest
