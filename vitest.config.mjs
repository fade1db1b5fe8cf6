// One configuration for every kind of test; the runner selects by project. Tests run from TypeScript sources, with no build,
// because every workspace exports its source under the condition `@lateral/source`.
import { defineConfig } from 'vitest/config';

const conditions = ['@lateral/source', 'node'];

// Making keys is slow where two cores are shared; no test should lean on being slow to fail.
const patience = 120_000;

/**
 * @param {string} name
 * @param {string[]} include
 * @param {import('vitest/config').TestUserConfig} [more]
 */
const kind = (name, include, more = {}) => ({ extends: true, test: { name, include, ...more } });

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  // As tsconfig.base.json says: Nest and TypeORM read what decorators leave behind.
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true }, assumptions: { setPublicClassFields: true }, typescript: { removeClassFieldsWithoutInitializer: true } },
  test: {
    // Files of one worker share the modules they have loaded: loading them anew for each file took most of the suite's time. So a
    // test leaves nothing behind in a module.
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: patience,
    hookTimeout: patience,
    projects: [
      kind('unit', ['{libs,apps,tools}/**/src/**/*.spec.ts', 'test/bench/src/**/*.spec.ts']),
      kind('screens', ['apps/desk/**/src/**/*.spec.tsx'], { environment: 'happy-dom', setupFiles: ['test/world/screen.ts'] }),
      kind('vectors', ['test/vectors/**/*.spec.ts']),
      kind('attacks', ['test/attacks/**/*.spec.ts']),
      kind('architecture', ['test/architecture/**/*.spec.ts']),
      kind('integration', ['{libs,apps,tools}/**/src/**/*.int-spec.ts']),
      kind('journeys', ['test/journeys/**/*.spec.ts']),
      kind('browser', ['test/browser/**/*.spec.ts']),
      kind('drills', ['test/drills/**/*.spec.ts']),
    ],
  },
});
