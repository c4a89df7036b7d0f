// What search learnt about the words of a language
CREATE CONSTRAINT search_lexicon_language IF NOT EXISTS FOR (l:SearchLexicon) REQUIRE l.language IS UNIQUE;
