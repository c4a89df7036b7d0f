// Which credentials do these renew?
UNWIND $ids AS id
MATCH (:Credential {id: id})-[:RENEWS]->(earlier:Credential)
RETURN id, earlier.id AS renewsId
