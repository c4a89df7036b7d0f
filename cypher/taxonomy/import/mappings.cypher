// The claims with these ids, as they are held.
UNWIND $ids AS id
MATCH (mapping:Mapping {id: id})
RETURN mapping.id AS id, mapping.relation AS relation, mapping.author AS author, mapping.vintage AS vintage
