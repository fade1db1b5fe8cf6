import { describe, expect, it } from 'vitest';
import { createRequire } from 'node:module';
import { renderToStaticMarkup } from 'react-dom/server';
import { content } from './conformance/content.js';
import { fields } from './conformance/fields.js';
import type { Comparison, Fixture } from './conformance/govuk-fixtures.js';
import { normalised } from './conformance/govuk-fixtures.js';
import { groups } from './conformance/groups.js';
import { navigation } from './conformance/navigation.js';

const load = createRequire(import.meta.url);
const fixturesOf = (component: string): Fixture[] => (load(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`) as { fixtures: Fixture[] }).fixtures;
const comparisons = [...fields, ...groups, ...content, ...navigation];
const leftOutOf = ({ leftOut = {} }: Comparison): string[] => Object.values(leftOut).flat();

// An upgrade of govuk-frontend that changes mark-up turns these red; what to do is then in its release notes.
describe.each(comparisons)('$component is GOV.UK\'s', (comparison) => {
  const { component, render, adapt } = comparison;
  const fixtures = fixturesOf(component);
  const leftOut = leftOutOf(comparison);
  const compared = fixtures.filter(({ name }) => !leftOut.includes(name));

  it.each(compared)('$name', ({ options, html }) => {
    const ours = renderToStaticMarkup(render(options));
    expect(normalised(ours)).toEqual(normalised(html, adapt));
    expect(ours).not.toMatch(/\sstyle=/u);
  });

  it(`${compared.length} of ${fixtures.length} fixtures; the others are named, exist and are few`, () => {
    expect(leftOut.filter((name) => !fixtures.some((fixture) => fixture.name === name))).toEqual([]);
    expect(new Set(leftOut).size).toBe(leftOut.length);
    expect(leftOut.length).toBeLessThanOrEqual(fixtures.length * 0.4);
  });
});

describe('all components together', () => {
  const all = comparisons.reduce((sum, { component }) => sum + fixturesOf(component).length, 0);
  const leftOut = comparisons.reduce((sum, comparison) => sum + leftOutOf(comparison).length, 0);

  it(`are compared by ${all - leftOut} of ${all} fixtures, at least six in seven`, () => {
    expect((all - leftOut) * 7).toBeGreaterThanOrEqual(all * 6);
  });
});
