// The technologies with these codes, as they are held.
UNWIND $codes AS code
MATCH (technology:Technology {code: code})
RETURN technology.code AS code, technology.title AS title
