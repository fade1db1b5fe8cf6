import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { laptopWithRoot, certified, logs, shares, type Laptop } from '../../../../test/world/laptop.js';
import { readFile } from 'node:fs/promises';

describe('two shares', () => {
  let desk: Laptop;
  let sheets: string[];
  beforeAll(async () => {
    desk = await laptopWithRoot();
    await certified(desk, 'council');
    sheets = await Promise.all([1, 2, 3].map((n) => readFile(desk.path('paper', `root-share-${n}.txt`), 'utf8')));
  });
  afterAll(() => desk.end());
  const sign = (more: string[], answers: string[] = []) => desk.run(['sign', '--dir', desk.path('root'), '--part', desk.path('council', 'agency-part.json'), ...logs, ...more], answers);
  const typed = (sheet: string): string[] => [...sheet.slice(sheet.indexOf('LATERAL'), sheet.lastIndexOf('\n\n')).split('\n'), ''];

  it.each([
    ['the same one twice', () => [sheets[0], sheets[0]], 'same-share'],
    ['a letter mistyped', () => [sheets[0], sheets[1]!.replace(/-([0-9A-Z])([0-9A-Z]{3})-/, (_, letter: string, rest: string) => `-${letter === '7' ? '8' : '7'}${rest}-`)], 'mistyped'],
    ['something else', () => [sheets[0], 'a letter from the bank'], 'unreadable'],
  ])('%s: refused by name and by file, and nothing is signed', async (_, pair, code) => {
    const files = await Promise.all(pair().map((sheet, at) => desk.write(`tried-${at}.txt`, sheet)));
    const refused = await sign(files.flatMap((file) => ['--share', file]));
    expect(refused).toMatchObject({ exit: 4, err: expect.stringContaining(`[${code}]`) });
    expect((await desk.files()).filter(({ path }) => path.includes('signed'))).toEqual([]);
  });

  it('shares of another root are refused', async () => {
    await desk.run(['create', 'south', '--mode', 'test', '--out', desk.path('south'), '--sheets', desk.path('south-paper')]);
    expect(await sign(shares(desk, 'south-paper'))).toMatchObject({ exit: 4, err: expect.stringContaining('foreign-share') });
  });

  it('nobody at the keyboard: nothing is signed', async () => {
    expect(await sign([])).toMatchObject({ exit: 3, err: expect.stringContaining('no-answer') });
  });

  it('typed at the keyboard in small letters and several lines they open the root', async () => {
    const { exit, err } = await sign([], [...typed(sheets[1]!), ...typed(sheets[2]!)].map((line) => line.replace(/^([0-9A-Z-]+)$/, (letters) => letters.toLowerCase())));
    expect({ exit, err: err.includes('[') }).toEqual({ exit: 0, err: false });
  });
});
