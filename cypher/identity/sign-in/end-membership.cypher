// Takes a person out of an organisation.
MATCH (:Person {id: $personId})-[membership:MEMBER_OF]->(:Organization {id: $organizationId})
DELETE membership
