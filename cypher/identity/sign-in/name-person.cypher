// Sets what a person calls themselves, sealed with their own key.
MATCH (person:Person {id: $id})
SET person.sealedName = $sealedName
