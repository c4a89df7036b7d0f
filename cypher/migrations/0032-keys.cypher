// Incidents of signing keys are found by id.
CREATE CONSTRAINT key_incident_id IF NOT EXISTS FOR (n:KeyIncident) REQUIRE n.id IS UNIQUE;
