import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { laptop, type Laptop } from '../../../test/world/laptop.js';

describe('the command line', () => {
  let desk: Laptop;
  beforeEach(async () => { desk = await laptop(); });
  afterEach(() => desk.end());

  it('--help says what there is and what it ends with, in both languages', async () => {
    for (const [lang, words] of [['en', 'Ends with: 0 done'], ['cy', 'Yn gorffen gyda: 0']] as const) {
      const { exit, out } = await desk.run(['--help', '--lang', lang]);
      expect({ exit, says: out.includes(words) }).toEqual({ exit: 0, says: true });
      for (const command of ['create', 'certify-agency', 'sign', 'renew', 'revoke-agency', 'remove-agency', 'plan-next-root', 'rotate-root', 'agency create', 'show']) expect(out).toContain(`  ${command} `);
    }
    expect((await desk.run([])).exit).toBe(2);
  });

  it.each([
    [['create', 'north', '--out', 'x'], '--mode demo|test|production'],
    [['create', 'north', '--mode', 'play', '--out', 'x'], '--mode'],
    [['create', '../north', '--mode', 'test', '--out', 'x'], 'NAME'],
    [['sign'], '--dir DIR'],
    [['sign', '--dir', 'x', '--days', '1e2'], '--days 1..400'],
    [['revoke-agency', 'a', '--dir', 'x'], '--reason retired|compromised'],
    [['revoke-agency', '--dir', 'x', '--reason', 'retired'], 'revoke-agency'],
    [['certify-agency', '--dir', 'x', '--request', 'y', '--fingerprint', 'ABCD'], '--fingerprint'],
    [['show', 'x', '--share', 'y'], '--share'],
    [['show', 'x', '--pin', 'y'], '--pin'],
    [['toString'], 'toString'],
    [['show', 'x', '--lang', 'fr'], '--lang en|cy'],
  ])('%j is refused and says %s', async (argv, about) => {
    expect(await desk.run(argv)).toMatchObject({ exit: 2, err: expect.stringContaining(about) });
    expect(await desk.files()).toEqual([]);
  });

  it('no line of words makes it fail in another way than by a code of its own', async () => {
    const word = fc.oneof(fc.constantFrom('create', 'sign', 'show', 'agency', '--dir', '--share', '--lang', 'cy', '--mode', 'test', '--', '-x'), fc.string({ maxLength: 8 }));
    // Nothing is ever written: a line that names a folder to write to is not tried.
    await fc.assert(fc.asyncProperty(fc.array(word, { maxLength: 5 }), async (argv) => {
      const { exit } = await desk.run(argv);
      expect([0, 2, 3]).toContain(exit);
    }), { numRuns: 200 });
  });
});
