import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const WRAPPER = 'libs/envelope/src/openpgp.ts';

function sources(): { path: string; text: string }[] {
  return ['libs', 'apps', 'tools'].flatMap((top) => readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' })
    .map((path) => `${top}/${path}`)
    .filter((path) => /\/src\/.*\.(ts|tsx|mts|js|mjs)$/.test(path) && !/\.(int-)?spec\.ts$/.test(path) && !/\/(dist|node_modules)\//.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })));
}

const importsOf = (text: string) => [...text.matchAll(/import\s+(type\s+)?([^;]*?)\s+from\s+['"]openpgp(?:\/[^'"]*)?['"]/g)].map(([, type, names]) => ({ isType: type !== undefined, names: names ?? '' }));

describe('the library behind the wrapper', () => {
  it('is imported in libs/envelope and nowhere else, because its defaults are open doors', () => {
    const elsewhere = sources().filter(({ path, text }) => !path.startsWith('libs/envelope/src/') && /['"]openpgp(\/[^'"]*)?['"]/.test(text));
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  it('has encrypt, decrypt, sign and verify called in one file, because an output that nobody checked for a signature is not a message', () => {
    const callers = sources().filter(({ path, text }) => path !== WRAPPER && importsOf(text).some(({ isType, names }) => !isType && /\*|\b(encrypt|decrypt|sign|verify|decryptSessionKeys|encryptSessionKey)\b/.test(names)));
    expect(callers.map(({ path }) => path)).toEqual([]);
  });

  it('never reads cleartext-signed messages, which show more than was signed (CVE-2023-41037)', () => {
    expect(sources().filter(({ text }) => /readCleartextMessage|createCleartextMessage|CleartextMessage/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('is used in binary only: text mode changes line ends, and other tools then see other bytes', () => {
    const text = readFileSync(join(ROOT, WRAPPER), 'utf8');
    const made = [...text.matchAll(/createMessage\(\{\s*(\w+)/g)].map(([, mode]) => mode);
    expect(made.length).toBeGreaterThan(2);
    expect(new Set(made)).toEqual(new Set(['binary']));
    expect(text).not.toMatch(/format: 'utf8'|format: 'armored'/);
  });

  it('gives every call the one frozen set of options', () => {
    const text = readFileSync(join(ROOT, WRAPPER), 'utf8');
    const calls = [...text.matchAll(/openpgp\.(encrypt|decrypt|sign|verify|readMessage|readSignature|readKey|readPrivateKey|decryptKey)\(/g)];
    expect(calls.length).toBeGreaterThan(8);
    for (const call of calls) {
      expect(text.slice(call.index).split(';')[0]).toMatch(/config: OPTIONS/);
    }
  });

  it('is new enough not to return data other than what was signed (CVE-2025-47934)', () => {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, { version?: string }> };
    const versions = Object.entries(lock.packages).filter(([path]) => path.endsWith('node_modules/openpgp')).map(([, { version }]) => version ?? '');
    expect(versions.length).toBeGreaterThan(0);
    for (const version of versions) {
      const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
      expect(major * 10_000 + minor * 100 + patch).toBeGreaterThanOrEqual(60_101);
    }
  });
});
