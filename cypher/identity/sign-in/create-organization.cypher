// Stores a new organisation.
CREATE (:Organization {id: $id, name: $name, url: $url, kinds: $kinds, createdAt: $now})
