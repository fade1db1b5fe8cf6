import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { attestWords } from './attest.js';
import type { WordingContext } from './finding.js';

const context: WordingContext = { names: ['Otto Lindqvist'], language: 'en' };

describe('attesting words', () => {
  it('says that nothing is there, whatever nothing is written as', () => {
    for (const nothing of [null, undefined, '', ' \n\t']) expect(attestWords('question', nothing, context)).toEqual({ field: 'question', present: false, length: 'none', linter: [] });
  });

  it.each([[1, 'under_60'], [59, 'under_60'], [60, '60_to_299'], [299, '60_to_299'], [300, '300_to_999'], [999, '300_to_999'], [1000, '1000_and_over']])('puts %i code points in the band %s', (length, band) => {
    expect(attestWords('question', ` ${'x'.repeat(length)} `, context).length).toBe(band);
    expect(attestWords('question', '😀'.repeat(length), context).length).toBe(band);
  });

  it('finds only the necessity too short', () => {
    expect(attestWords('necessity', 'Only the dentist would know.', context).linter).toEqual(['too-short']);
    expect(attestWords('question', 'Only the dentist would know.', context).linter).toEqual([]);
  });

  it('gives each code once, sorted, and no word of the text', () => {
    expect(attestWords('question', 'Otto, Otto and otto@mail.example.org at SW99 0AA', context).linter).toEqual(['e-mail', 'name-of-person', 'postcode']);
  });

  it('comes to the same for the side that opens the words', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      expect(attestWords('necessity', text, { ...context })).toEqual(attestWords('necessity', text, context));
    }));
  });
});

interface Case {
  people: { name: string; aliases: { name: string }[] }[];
  requests: { id: string; lang: 'en' | 'cy'; question_asked: string | null; necessity_why: string | null }[];
  expect: { requests: { request_id: string; field_errors: string[] }[] };
}
const FOLDER = resolve(import.meta.dirname, '../../../../../shared/cases');
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => /^c\d\d-.*\.json$/.test(name)).sort() : [];

describe('words of the library of cases', () => {
  if (FILES.length === 0) it.skip('are told as the cases tell them: ../shared/cases is absent beside the project', () => undefined);
  it.each(FILES)('are told as %s tells them', (file) => {
    const { people, requests, expect: expected } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Case;
    const names = people.flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)]);
    for (const { id, lang, question_asked, necessity_why } of requests) {
      const errors = expected.requests.find(({ request_id }) => request_id === id)?.field_errors ?? [];
      const question = attestWords('question', question_asked, { names, language: lang });
      const necessity = attestWords('necessity', necessity_why, { names, language: lang });
      expect([id, !question.present || question.linter.includes('stock-phrase')]).toEqual([id, errors.includes('question_asked')]);
      expect([id, !necessity.present || necessity.length === 'under_60']).toEqual([id, errors.includes('necessity_why')]);
      if (!errors.includes('necessity_why')) expect(necessity.linter).not.toContain('stock-phrase');
    }
  });
});
