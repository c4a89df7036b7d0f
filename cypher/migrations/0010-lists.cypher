// Concepts of a kind are listed in the order of their labels in a language
CREATE INDEX concept_text_label IF NOT EXISTS FOR (t:ConceptText) ON (t.language, t.kind, t.label);
