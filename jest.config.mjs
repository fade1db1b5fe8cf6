// One configuration for every kind of test; the runner selects by project. Tests run from TypeScript sources, with no build,
// because every workspace exports its source under the condition `@lateral/source`.
const common = {
  rootDir: '.',
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@lateral/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  resolver: '<rootDir>/test/resolve-source.cjs',
  transform: {
    '^.+\\.ts$': ['@swc/jest', {
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        target: 'es2022',
      },
      module: { type: 'es6' },
    }],
  },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.services/'],
};

export default {
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/{libs,apps,tools}/**/src/**/*.spec.ts', '<rootDir>/test/bench/src/**/*.spec.ts'] },
    { ...common, displayName: 'vectors', testMatch: ['<rootDir>/test/vectors/**/*.spec.ts'] },
    { ...common, displayName: 'attacks', testMatch: ['<rootDir>/test/attacks/**/*.spec.ts'] },
    { ...common, displayName: 'architecture', testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'] },
    { ...common, displayName: 'integration', testMatch: ['<rootDir>/{libs,apps,tools}/**/src/**/*.int-spec.ts'] },
    { ...common, displayName: 'journeys', testMatch: ['<rootDir>/test/journeys/**/*.spec.ts'] },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
    { ...common, displayName: 'drills', testMatch: ['<rootDir>/test/drills/**/*.spec.ts'] },
  ],
};
