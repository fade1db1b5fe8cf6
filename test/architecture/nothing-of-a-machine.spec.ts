import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout, filesBelow } from './house.js';

const texts = filesBelow('.').filter((file) => /\.(?:ts|tsx|mjs|cjs|json|md|ya?ml|sql|sh|css|html|example|toml)$|^\.ci\/run$|Dockerfile$|^\.npmrc$/u.test(file));

interface Leak {
  readonly what: string;
  readonly pattern: RegExp;
  readonly because: string;
}

const leaks: readonly Leak[] = [
  { what: 'host of a package registry', pattern: /\b(?:registry|npm)\.(?:[\w-]+\.)*[\w-]+\.(?:org|com|io|dev)\b/u, because: 'each site installs from a registry of its own' },
  { what: 'path of one machine', pattern: /(?:^|[\s"'`(=:])\/(?:home|Users|root|work|workspace)\/[\w.-]+/mu, because: 'the next person has another machine' },
  { what: 'private key', pattern: /-{5}BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-{5}\s+[A-Za-z0-9+/=]/u, because: 'a key that was once in the history is public' },
  { what: 'secret half of a JSON web key', pattern: /"kty"[^}]*"d"\s*:\s*"[\w-]{20,}"/u, because: 'a key that was once in the history is public' },
];

describe('nothing of a machine and no secret is in the files', () => {
  it.each(leaks)('no $what, because $because', ({ pattern }) => {
    expect(texts.filter((file) => pattern.test(readFileSync(join(checkout, file), 'utf8')))).toEqual([]);
  });

  it('the patterns find what they look for', () => {
    const samples = [['registry', 'example', 'org'].join('.'), ['', 'home', 'someone', 'notes'].join('/'), `${'-'.repeat(5)}BEGIN PRIVATE KEY${'-'.repeat(5)}\nMC4C`, JSON.stringify({ kty: 'OKP', d: 'a'.repeat(43) })];
    expect(leaks.map(({ pattern }, at) => pattern.test(samples[at] ?? ''))).toEqual([true, true, true, true]);
  });
});
