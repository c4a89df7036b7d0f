// Notes that a release is imported whole, when, and how much of each it holds.
MATCH (version:FrameworkVersion {id: $id})
SET version.importedAt = $now, version.counts = $counts, version.scales = $scales
