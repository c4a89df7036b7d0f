// What is known of these concepts, and were they in their framework at a version?
MATCH (concept:Concept)
WHERE concept.uri IN $uris
WITH concept, coalesce(concept.gaps, []) AS gaps
WITH concept, concept.since <= $asOf < concept.until
  AND none(i IN range(0, size(gaps) - 2, 2) WHERE gaps[i] <= $asOf < gaps[i + 1]) AS held
RETURN held, concept {.uri, .framework, .code, .since, .until, .skillType, .reuseLevel, .jobZone, kind: [label IN labels(concept) WHERE label <> 'Concept'][0]} AS concept
