const common = {
  extensionsToTreatAsEsm: ['.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.data/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  setupFiles: ['reflect-metadata', '<rootDir>/test/support/properties-setup.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, useDefineForClassFields: false },
        },
      },
    ],
  },
};

/**
 * `unit` needs nothing. `graph` needs an empty Neo4j at NEO4J_URI, which it migrates and fills with the sample world once.
 * `independent` needs the Python of `npm run test:independent` and a Neo4j of its own.
 * `hsm` needs the token of `npm run test:hsm` and a Neo4j of its own.
 * `releases` needs the publishers' releases in RELEASES_FOLDER and a Neo4j of its own.
 */
export default {
  // Tests share one database and perhaps few processors; slow is not wrong.
  testTimeout: 60_000,
  // One after another, because of that database. Modules of a test file are never let go of by Node, so the process is renewed when it has grown.
  maxWorkers: 1,
  workerIdleMemoryLimit: '1GB',
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/test/**/*.unit.test.ts'] },
    {
      ...common,
      displayName: 'graph',
      testMatch: ['<rootDir>/test/**/!(*.unit).test.ts'],
      testPathIgnorePatterns: [
        ...common.testPathIgnorePatterns,
        '<rootDir>/test/releases/',
        '<rootDir>/test/independent/',
        '<rootDir>/test/hsm/',
      ],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
    },
    {
      ...common,
      displayName: 'independent',
      testMatch: ['<rootDir>/test/independent/*.test.ts'],
      globalSetup: '<rootDir>/test/support/independent-setup.ts',
    },
    {
      ...common,
      displayName: 'hsm',
      testMatch: ['<rootDir>/test/hsm/*.test.ts'],
      globalSetup: '<rootDir>/test/support/independent-setup.ts',
    },
    {
      ...common,
      displayName: 'releases',
      testMatch: ['<rootDir>/test/releases/*.test.ts'],
      globalSetup: '<rootDir>/test/support/releases-setup.ts',
    },
  ],
};
