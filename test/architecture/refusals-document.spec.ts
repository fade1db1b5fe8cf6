import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout, sourceText } from './house.js';

const CODE = '[a-z]+(?:-[a-z]+)*';
const code = sourceText('apps/hub', 'apps/courier', 'apps/ledger', 'libs/platform', 'libs/queues', 'libs/persistence', 'libs/exchange', 'libs/envelope');
const written = new Set(readFileSync(join(checkout, 'docs/running.md'), 'utf8').split('\n').filter((line) => line.startsWith('A process that cannot work does not start')).flatMap((line) => found(line, `\`(${CODE})\``)));

function found(text: string, pattern: string): string[] {
  return [...text.matchAll(new RegExp(pattern, 'gu'))].map(([, one = '']) => one);
}

/** Codes that are thrown where a process or a command begins, or given back there. */
function given(): string[] {
  const verifying = sourceText('apps/hub/src/directory/trusted-directory.ts').split('class RootDirectoryVerifier')[1] ?? '';
  const registering = verifying + sourceText('libs/exchange/src/register-partnership');
  const refusing = sourceText('apps/hub/src/refuse-to-start.ts', 'apps/hub/src/refuse-settings.ts', 'apps/courier/src/refuse-to-start.ts', 'libs/platform/src/mode.ts');
  return [
    ...found(code, `\\bnew (?:Hub|Courier|Start|Providers|LedgerDatabase)Refused\\('(${CODE})'`), ...found(code, `\\bnew QueueSetupError\\('(${CODE})'`).map((setting) => `queue-${setting}`),
    ...found(registering, `ok: false, code: '(${CODE})'`), ...found(refusing, `(?:return|\\?|:) '(${CODE})'`),
  ];
}

/** Whether it stands somewhere as it is, or is put together of a beginning or an end and what stands somewhere. */
function stands(one: string): boolean {
  if (code.includes(`'${one}'`)) return true;
  return [...code.matchAll(/`([a-z-]*)\$\{[^`{}]*\}([a-z-]*)`/gu)].some(([, begin = '', end = '']) =>
    begin + end !== '' && one.startsWith(begin) && one.endsWith(end) && code.includes(`'${one.slice(begin.length, one.length - end.length)}'`));
}

describe('the codes in docs/running.md of what does not start', () => {
  it('are all that the code gives', () => {
    expect(given().length).toBeGreaterThan(30);
    expect([...new Set(given())].filter((one) => !written.has(one))).toEqual([]);
  });

  it('are each given by the code', () => {
    expect([...written].filter((one) => !stands(one))).toEqual([]);
  });
});
