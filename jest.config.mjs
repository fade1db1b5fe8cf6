// One configuration for every kind of test; the runner selects by project. Tests run from TypeScript sources, with no build,
// because every workspace exports its source under the condition `@lateral/source`.
const swc = (parser) => ['@swc/jest', {
  jsc: {
    parser,
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false, react: { runtime: 'automatic' } },
    target: 'es2022',
  },
  module: { type: 'es6' },
}];

const common = {
  rootDir: '.',
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@lateral/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  resolver: '<rootDir>/test/resolve-source.cjs',
  transform: { '^.+\\.ts$': swc({ syntax: 'typescript', decorators: true }), '^.+\\.tsx$': swc({ syntax: 'typescript', decorators: true, tsx: true }) },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.services/'],
};

export default {
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/{libs,apps,tools}/**/src/**/*.spec.{ts,tsx}', '<rootDir>/test/bench/src/**/*.spec.ts'] },
    { ...common, displayName: 'vectors', testMatch: ['<rootDir>/test/vectors/**/*.spec.ts'] },
    { ...common, displayName: 'attacks', testMatch: ['<rootDir>/test/attacks/**/*.spec.ts'] },
    { ...common, displayName: 'architecture', testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'] },
    { ...common, displayName: 'integration', testMatch: ['<rootDir>/{libs,apps,tools}/**/src/**/*.int-spec.ts'] },
    { ...common, displayName: 'journeys', testMatch: ['<rootDir>/test/journeys/**/*.spec.ts'] },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
    { ...common, displayName: 'drills', testMatch: ['<rootDir>/test/drills/**/*.spec.ts'] },
  ],
};
