import { describe, expect, it } from 'vitest';
import { ROUTES } from './routes.js';

const paths = Object.values(ROUTES);
const FOR_MACHINES = ['/health', '/ready', '/openapi.json'];

describe('routes', () => {
  it('are each one path', () => {
    expect(new Set(paths).size).toBe(paths.length);
    // A parameter's name does not tell two routes apart.
    expect(new Set(paths.map((path) => path.replace(/\{[^}]+\}/g, '{}'))).size).toBe(paths.length);
  });

  it('stand under their version, but for what a machine asks before it knows one', () => {
    expect(paths.filter((path) => !path.startsWith('/v1/'))).toEqual(FOR_MACHINES);
  });

  it('are kebab-case, and a parameter fills a whole segment', () => {
    for (const path of paths.filter((each) => !FOR_MACHINES.includes(each))) expect(path).toMatch(/^(?:\/(?:[a-z0-9]+(?:-[a-z0-9]+)*|\{[a-z]+(?:[A-Z][a-z]+)*\}))+$/);
  });
});
