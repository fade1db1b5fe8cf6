import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.js';
import { logRefusal } from './refusal.js';
import { SettingsError } from './settings.js';

const linesOf = (error: unknown): Record<string, unknown>[] => {
  const lines: string[] = [];
  logRefusal(createLogger({ app: 'hub', write: (line) => lines.push(line) }), error);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe('why a process does not start', () => {
  it('is said once for each setting, however many are wrong', () => {
    const names = Array.from({ length: 20 }, (_, i) => `HUB_SETTING_NUMBER_${i}`);
    expect(linesOf(new SettingsError(names, 'wrong')).map(({ setting }) => setting)).toEqual(names);
  });

  it('is said by its code where it is not a setting', () => {
    expect(linesOf(Object.assign(new Error('the database of somebody'), { code: 'database-marked-otherwise' }))).toMatchObject([{ event: 'process.refused-to-start', code: 'database-marked-otherwise' }]);
  });
});
