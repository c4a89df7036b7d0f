/** Imports point one way: resolver → service → repository → platform. See docs/architecture.md. */
const inModules = '^src/modules/([^/]+)/';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(?!platform/|types/)' },
    },
    {
      name: 'resolvers-are-only-listed-in-the-schema',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/schema\\.ts$' },
      to: { path: '\\.resolver\\.ts$' },
    },
    {
      name: 'resolvers-go-through-services',
      severity: 'error',
      from: { path: '\\.resolver\\.ts$' },
      to: { path: '(\\.repository\\.ts$|^src/platform/graph/)' },
    },
    {
      name: 'services-know-no-graphql',
      severity: 'error',
      from: { path: '\\.(service|repository)\\.ts$' },
      to: { path: '(node_modules/(type-graphql|graphql|@apollo)/|\\.(resolver|type|input)\\.ts$)' },
    },
    {
      name: 'engines-are-pure',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/engine/' },
      to: {
        path: '(node_modules/(type-graphql|graphql|@apollo|neo4j-driver)/|\\.(resolver|type|input|service|repository)\\.ts$|^src/platform/graph/)',
      },
    },
    {
      name: 'a-module-keeps-its-repository-to-itself',
      severity: 'error',
      from: { path: inModules },
      to: { path: '\\.repository\\.ts$', pathNot: '^src/modules/$1/' },
    },
    {
      name: 'only-the-graph-folder-knows-the-driver',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/graph/' },
      to: { path: 'node_modules/neo4j-driver' },
    },
    {
      name: 'only-the-veramo-folder-knows-veramo',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/modules/credentials/veramo/' },
      to: { path: 'node_modules/@veramo/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
