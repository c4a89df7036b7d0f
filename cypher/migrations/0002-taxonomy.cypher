// What a concept, a text, a claim and their books are found by
CREATE CONSTRAINT framework_id IF NOT EXISTS FOR (f:Framework) REQUIRE f.id IS UNIQUE;
CREATE CONSTRAINT framework_version_id IF NOT EXISTS FOR (v:FrameworkVersion) REQUIRE v.id IS UNIQUE;
CREATE CONSTRAINT concept_uri IF NOT EXISTS FOR (c:Concept) REQUIRE c.uri IS UNIQUE;
CREATE CONSTRAINT skill_uri IF NOT EXISTS FOR (s:Skill) REQUIRE s.uri IS UNIQUE;
CREATE CONSTRAINT occupation_uri IF NOT EXISTS FOR (o:Occupation) REQUIRE o.uri IS UNIQUE;
CREATE CONSTRAINT concept_text_key IF NOT EXISTS FOR (t:ConceptText) REQUIRE t.key IS UNIQUE;
CREATE CONSTRAINT mapping_id IF NOT EXISTS FOR (m:Mapping) REQUIRE m.id IS UNIQUE;
CREATE CONSTRAINT task_id IF NOT EXISTS FOR (t:Task) REQUIRE t.id IS UNIQUE;
CREATE CONSTRAINT technology_code IF NOT EXISTS FOR (t:Technology) REQUIRE t.code IS UNIQUE;
// Concepts are listed by framework in the order of their URIs, and looked up by code
CREATE INDEX concept_framework IF NOT EXISTS FOR (c:Concept) ON (c.framework, c.uri);
CREATE INDEX concept_code IF NOT EXISTS FOR (c:Concept) ON (c.code);
