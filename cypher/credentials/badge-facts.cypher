// What do these badge versions say: issuer, criteria, skills they certify, rubric, earlier versions?
UNWIND $ids AS id
MATCH (version:BadgeVersion {id: id})<-[:HAS_VERSION]-(badge:Badge)<-[:ISSUES]-(issuer:Organization)
RETURN version {.id, .number, .name, .description, .criteria, .state, .validMonths, .imageUrl, .imageAlt} AS version,
  issuer {.id, .name, .url, .did} AS issuer,
  EXISTS { (version)-[:STACKS]->(:Badge) } AS stacked,
  COLLECT {
    MATCH (version)-[:CERTIFIES]->(:Outcome)-[aligned:ALIGNED_TO]->(skill:Skill)
    OPTIONAL MATCH (framework:Framework {id: skill.framework})
    WITH DISTINCT skill, aligned.level AS level, aligned.relation AS relation, framework
    RETURN {
      uri: skill.uri, code: skill.code, frameworkId: skill.framework, frameworkName: coalesce(framework.name, skill.framework),
      level: level, relation: relation,
      labels: COLLECT {
        MATCH (skill)-[:HAS_TEXT]->(text:ConceptText)
        RETURN text.label ORDER BY text.language <> 'en', text.until DESC, text.language LIMIT 1
      },
      versions: COLLECT {
        MATCH (framework)-[:HAS_VERSION]->(release:FrameworkVersion)
        RETURN release.version ORDER BY release.ordinal DESC LIMIT 1
      }
    } ORDER BY skill.uri, level, relation
  } AS alignments,
  COLLECT {
    MATCH (version)-[:AWARDED_FOR]->(:Assessment)-[:GRADED_BY]->(:Rubric)-[:HAS_CRITERION]->(criterion:Criterion)
    WITH DISTINCT criterion
    RETURN {
      id: criterion.id, title: criterion.title,
      levels: COLLECT {
        MATCH (criterion)-[:HAS_LEVEL]->(level:CriterionLevel)
        RETURN level {.id, .title, .points, .descriptor, .passing} ORDER BY level.position, level.id
      }
    } ORDER BY criterion.position, criterion.id
  } AS rubric,
  COLLECT {
    MATCH (badge)-[:HAS_VERSION]->(earlier:BadgeVersion)
    WHERE earlier.number < version.number AND earlier.state <> 'DRAFT'
    RETURN earlier {.id, .number} ORDER BY earlier.number
  } AS previousVersions
