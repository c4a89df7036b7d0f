// What was handed in keeps its evidence in a list.
MATCH (work:Submission) WHERE work.evidenceUrl IS NOT NULL OR work.evidenceDigest IS NOT NULL
CREATE (work)-[:HAS_EVIDENCE]->(:Evidence {id: randomUUID(), position: 1, url: work.evidenceUrl, digest: work.evidenceDigest})
REMOVE work.evidenceUrl, work.evidenceDigest;
