// How are these frameworks called, and which version of each is the newest here?
MATCH (framework:Framework)
WHERE framework.id IN $ids
OPTIONAL MATCH (framework)-[:HAS_VERSION]->(release:FrameworkVersion)
WITH framework, release ORDER BY release.ordinal DESC
RETURN framework.id AS id, framework.name AS name, head(collect(release.version)) AS version
