// Ends edges at a version that no longer has them.
UNWIND $ids AS id
MATCH ()-[edge]->()
WHERE elementId(edge) = id
SET edge.until = $version
