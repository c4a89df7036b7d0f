// Says of edges that they already held in an earlier version.
UNWIND $ids AS id
MATCH ()-[edge]->()
WHERE elementId(edge) = id
SET edge.since = $version
