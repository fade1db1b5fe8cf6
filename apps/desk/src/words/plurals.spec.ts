import { beforeAll, describe, expect, it } from 'vitest';
import type { i18n } from 'i18next';
import { startWords } from './start-words.js';

let words: i18n;
beforeAll(async () => { words = await startWords('en'); });

describe('how many', () => {
  it.each(['en', 'cy'] as const)('is said in every form of %s', async (language) => {
    await words.changeLanguage(language);
    const said = [0, 1, 2, 3, 6, 21].map((count) => [words.t('frame:nav.inboxWaiting', { count }), words.t('frame:nav.checksNew', { count }), words.t('frame:idle.minutes', { count }), words.t('frame:news', { count })]);
    expect(said).toMatchSnapshot();
  });

  it('takes six forms in Welsh: 0 1 2 3 6 and any other', () => {
    expect([0, 1, 2, 3, 6, 21].map((count) => new Intl.PluralRules('cy').select(count))).toEqual(['zero', 'one', 'two', 'few', 'many', 'other']);
  });
});
