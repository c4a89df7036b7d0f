// Stores a new organisation.
CREATE (:Organization {id: $id, name: $name, url: $url, regions: $regions, kinds: $kinds, createdAt: $now})
