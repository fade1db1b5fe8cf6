import { it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { lint } from './lint.js';
it('shows', () => {
  for (const line of readFileSync('/tmp/probe.txt','utf8').split('\n').filter(Boolean)) {
    const [want, text, names] = line.split(' | ');
    const f = lint(text!, { names: (names ?? '').split(';').filter(Boolean), language: 'en' });
    const c = [...new Set(f.filter(({level})=>level==='block').map((x) => x.code))].sort().join(',');
    if (c !== (want === '-' ? '' : want)) process.stdout.write(`found=${c} want=${want} | ${text}\n`);
  }
});
