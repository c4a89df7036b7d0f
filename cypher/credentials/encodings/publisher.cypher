// This service itself as an organisation, which puts together what learners choose to show; made when it is needed first.
MERGE (publisher:Organization {id: $id})
ON CREATE SET publisher.name = $name, publisher.url = $url, publisher.kinds = [], publisher.regions = []
RETURN publisher.name AS name
