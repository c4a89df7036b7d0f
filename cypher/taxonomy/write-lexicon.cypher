// Keeps what was learnt about the words of a language.
MERGE (lexicon:SearchLexicon {language: $language})
SET lexicon.method = $method, lexicon.names = $names, lexicon.stems = $stems, lexicon.forms = $forms,
  lexicon.frequencies = $frequencies, lexicon.pairs = $pairs, lexicon.likeness = $likeness
