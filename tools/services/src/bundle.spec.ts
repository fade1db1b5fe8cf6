import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { withClassNames } from './bundle-contents.mjs';
import { inAscii, placesOf } from './bundle.mjs';

describe('a bundle', () => {
  it('keeps the names of our classes where two modules use one', () => {
    const written = ['class Notice {}', 'let Hub = class Hub extends Notice {\n};', 'export class Refused extends mixin(Notice) {}'].map(withClassNames);
    expect(written[1]?.split('\n')).toHaveLength(2);
    const program = `${written.join('\n').replace('export ', '')}; const Other = class Notice2 extends Notice {}; [Notice, Hub, Refused, Other].map(({ name }) => name).join(' ')`;
    expect(runInNewContext(program, { mixin: (given: unknown) => given })).toBe('Notice Hub Refused Notice2');
  });

  it('means the same byte by byte: patterns keep their letters', () => {
    const code = "[/^[ŵŷ]$/.test('ŵ'), /^[ŵŷ]$/u.test('x'), /^😀$/u.test('😀')] // – a remark";
    expect(runInNewContext(Buffer.from(inAscii(code)).toString('latin1'))).toEqual([true, false, true]);
    expect(runInNewContext(Buffer.from(code).toString('latin1'))).not.toEqual([true, false, true]);
  });

  it('says where each of our lines came from, and nothing of lines of packages', () => {
    const code = ['// node_modules/x/index.js', 'a();', '// libs/y/dist/deep/z.js', '  b();', '', '  c();', '// node_modules/x/other.js', 'd();'].join('\n');
    // Lines 4 and 6 of the bundle come from lines 10 and 12 of the source.
    const map = JSON.stringify({ version: 3, sources: ['z.ts'], names: [], mappings: ';;;EASA;;EAEA' });
    expect(placesOf(code, map)).toEqual({ files: ['libs/y/src/deep/z.ts'], ranges: [{ from: 4, file: 0, lines: [10, expect.any(Number), 12] }] });
  });

  it('is loaded whole, runs no entry point by itself, and names our files in its errors', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lateral-bundle-'));
    try {
      copyFileSync(join(import.meta.dirname, 'launcher.cjs'), join(folder, 'launcher.cjs'));
      writeFileSync(join(folder, 'app.cjs'), `exports.main = () => {\n  throw new RangeError('no');\n};\nprocess.stdout.write('loaded');\n`);
      writeFileSync(join(folder, 'app.places.json'), JSON.stringify({ files: ['libs/y/src/z.ts'], ranges: [{ from: 2, file: 0, lines: [77] }] }));
      const run = (text: string) => spawnSync(process.execPath, ['--enable-source-maps', '--eval', text], { cwd: folder, encoding: 'utf8' });
      expect(run(`require('./launcher.cjs').load('app')`)).toMatchObject({ status: 0, stdout: 'loaded', stderr: '' });
      const { stdout } = run(`try { require('./launcher.cjs').load('app').entries.main(); } catch (error) { process.stdout.write(error.stack); }`);
      expect(stdout).toMatch(/^loadedRangeError: no\n {4}at .*\(libs\/y\/src\/z\.ts:77:9\)\n/u);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
