// What remains of somebody who was erased is found by id; keys are found by the key-encryption key that wraps them.
CREATE CONSTRAINT erased_person_id IF NOT EXISTS FOR (n:ErasedPerson) REQUIRE n.id IS UNIQUE;
CREATE INDEX person_key_by_kek IF NOT EXISTS FOR (n:PersonKey) ON (n.kek, n.id);
