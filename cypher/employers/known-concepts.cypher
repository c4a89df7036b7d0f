// Which of these URIs name a skill, and which an occupation, of an imported taxonomy?
MATCH (concept:Concept)
WHERE concept.uri IN $uris
RETURN concept.uri AS uri, concept:Skill AS skill, concept:Occupation AS occupation
