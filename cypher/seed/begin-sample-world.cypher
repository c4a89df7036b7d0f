// Notes that loading the sample world begins, unless it began before; says when it did and when it was whole.
MERGE (world:SampleWorld {id: 'sample'})
ON CREATE SET world.startedAt = $now, world.version = $version
RETURN world.startedAt AS startedAt, world.loadedAt AS loadedAt
