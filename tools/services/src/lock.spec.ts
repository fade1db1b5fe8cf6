import { describe, expect, it } from 'vitest';
import { hostsIn, missingFromLock, unpinned } from './lock.mjs';

describe('missingFromLock', () => {
  it('finds an optional platform build that the lock was made without', () => {
    const packages = { '': {}, 'node_modules/a': { optionalDependencies: { '@a/linux': '1.0.0', '@a/darwin': '1.0.0' } }, 'node_modules/@a/linux': {} };
    expect(missingFromLock(packages)).toEqual(['package-lock.json: node_modules/a needs @a/darwin, which the lock lacks']);
  });

  it('looks for a package as Node does: nearest first, then above', () => {
    const packages = { '': {}, 'libs/x': { dependencies: { b: '1.0.0', c: '1.0.0' } }, 'libs/x/node_modules/b': {}, 'node_modules/c': {} };
    expect(missingFromLock(packages)).toEqual([]);
  });
});

describe('hostsIn', () => {
  it('finds an address and a missing integrity, and leaves links between workspaces alone', () => {
    const packages = { 'node_modules/a': { resolved: 'https://example.test/a.tgz', integrity: 'sha512-x' }, 'node_modules/b': {}, 'node_modules/@lateral/c': { resolved: 'libs/c', link: true }, 'libs/c': {} };
    expect(hostsIn(packages)).toEqual(['package-lock.json: node_modules/a names the address it came from', 'package-lock.json: node_modules/b has no integrity']);
  });
});

describe('unpinned', () => {
  it.each(['^1.0.0', '~1.2.3', '1.x', '*', 'latest', '>=1.0.0', 'npm:a@^1.0.0'])('refuses %s', (version) => {
    expect(unpinned('package.json', { dependencies: { a: version } })).toHaveLength(1);
  });

  it.each(['1.0.0', '18.4.0-beta.17', 'npm:@typescript/typescript6@6.0.2'])('takes %s', (version) => {
    expect(unpinned('package.json', { devDependencies: { a: version } })).toEqual([]);
  });
});
