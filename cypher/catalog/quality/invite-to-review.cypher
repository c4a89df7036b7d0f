// Invite one more organisation to a review.
MATCH (review:Review {id: $reviewId})
MATCH (organization:Organization {id: $organizationId})
MERGE (review)-[:INVITES]->(organization)
RETURN review.id AS id
