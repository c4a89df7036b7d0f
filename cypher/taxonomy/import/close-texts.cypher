// Ends texts at a version that says something else.
UNWIND $keys AS key
MATCH (text:ConceptText {key: key})
SET text.until = $version
