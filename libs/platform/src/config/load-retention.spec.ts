import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RETENTION_CLASSES } from '@lateral/domain/agreements';
import { ConfigFault } from './config-fault.js';
import { loadRetention } from './load-retention.js';

const SHIPPED = resolve(import.meta.dirname, '../../../../config/retention');

describe('the shipped retention classes', () => {
  it('are one rule for each class, none of which anybody has confirmed', async () => {
    const rules = await loadRetention(SHIPPED);
    expect(rules.map(({ code }) => code).toSorted()).toEqual([...RETENTION_CLASSES].toSorted());
    expect(new Set(rules.map(({ status }) => status))).toEqual(new Set(['check']));
  });

  it('keep what was sealed for a year at most, and coded records for as long as the fact file says', async () => {
    const rules = new Map((await loadRetention(SHIPPED)).map((rule) => [rule.code, rule]));
    const monthsOf = (code: Parameters<typeof rules.get>[0]): (number | null | undefined)[] => [rules.get(code)?.contentMonths, rules.get(code)?.recordMonths];
    expect([monthsOf('RET-NFA'), monthsOf('RET-EH'), monthsOf('RET-SAFE-C'), monthsOf('RET-SAFE-A')]).toEqual([[6, 24], [12, 72], [12, 312], [12, 84]]);
    for (const code of ['RET-HOLD', 'RET-LEDGER'] as const) expect(monthsOf(code)).toEqual([null, null]);
    // Conceived on the day on which the check ended: ten months to birth are more than it takes.
    expect(rules.get('RET-SAFE-C')!.recordMonths).toBeGreaterThanOrEqual(25 * 12 + 10);
  });
});

describe('retention classes with a fault', () => {
  let folder: string;
  let whole: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'retention-'));
    await cp(SHIPPED, folder, { recursive: true });
    whole = await readFile(join(folder, 'classes.yaml'), 'utf8');
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** What a start says once a line of the file is another. */
  const faultsWith = async (line: RegExp, other: string): Promise<string[]> => {
    expect(whole).toMatch(line);
    await writeFile(join(folder, 'classes.yaml'), whole.replace(line, other));
    return faults();
  };
  const faults = async (): Promise<string[]> => {
    const fault = await loadRetention(folder).then(() => null, (error: unknown) => error);
    expect(fault).toBeInstanceOf(ConfigFault);
    return (fault as ConfigFault).message.replaceAll(`${folder}/`, '').replaceAll(folder, '.').split('\n');
  };
  const lineOf = (text: string, from = ''): number => whole.slice(0, whole.indexOf(text, whole.indexOf(from))).split('\n').length;

  it.each<[string, RegExp, string, () => string]>([
    ['records that go before what was sealed', /recordMonths: 24/u, 'recordMonths: 5', () => `classes.yaml:${lineOf('recordMonths: 24')} classes[0].recordMonths: must not be shorter than contentMonths`],
    ['no months at all', /contentMonths: 6/u, 'contentMonths: 0', () => `classes.yaml:${lineOf('contentMonths: 6')} classes[0].contentMonths: must be a whole number from 1 to 1200, or null for ever`],
    ['half a month', /contentMonths: 6/u, 'contentMonths: 6.5', () => `classes.yaml:${lineOf('contentMonths: 6')} classes[0].contentMonths: must be a whole number or null`],
    ['a class that nobody knows', /code: RET-EH/u, 'code: RET-EVER', () => `classes.yaml:${lineOf('code: RET-EH')} classes[1].code: must be one of RET-NFA, RET-EH, RET-SAFE-C, RET-SAFE-A, RET-LEDGER, RET-HOLD`],
    ['a missing Welsh name', /cy: Cymorth cynnar/u, "cy: ''", () => `classes.yaml:${lineOf('cy: Cymorth cynnar')} classes[1].name.cy: must have the form \\S`],
  ])('are refused for %s, by file, line and field', async (_, line, other, expected) => {
    expect(await faultsWith(line, other)).toEqual([expected()]);
  });

  it('are refused where a hold ends some day', async () => {
    const held = whole.slice(whole.indexOf('code: RET-HOLD'));
    await writeFile(join(folder, 'classes.yaml'), whole.replace(held, held.replace('recordMonths: null', 'recordMonths: 120').replace('contentMonths: null', 'contentMonths: 120')));
    const line = lineOf('contentMonths', 'code: RET-HOLD');
    expect(await faults()).toEqual(['contentMonths', 'recordMonths'].map((field, n) => `classes.yaml:${line + n} classes[5].${field}: must be null: this class is never deleted by the hub`));
  });

  it('are refused where a class has no rule, and where it has two, in another file too', async () => {
    const second = join(folder, 'more.yaml');
    await writeFile(second, `classes:\n${whole.slice(whole.indexOf('  - code: RET-EH'), whole.indexOf('  # To the child'))}`);
    expect(await faults()).toEqual(['more.yaml:2 classes[0].code: has a rule already']);
    await rm(second);
    await writeFile(join(folder, 'classes.yaml'), whole.slice(0, whole.indexOf('  # A court')));
    expect(await faults()).toEqual(['.:1 classes: there is no rule for RET-HOLD']);
  });
});
