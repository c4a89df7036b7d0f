// What was learnt about the words of a language?
MATCH (lexicon:SearchLexicon {language: $language})
RETURN lexicon.names AS names, lexicon.stems AS stems, lexicon.forms AS forms, lexicon.frequencies AS frequencies,
  lexicon.pairs AS pairs, lexicon.likeness AS likeness
