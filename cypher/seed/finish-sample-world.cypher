// Notes that the sample world is loaded, whole.
MATCH (world:SampleWorld {id: 'sample'})
SET world.loadedAt = $now
