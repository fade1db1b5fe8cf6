import { describe, expect, it } from 'vitest';
import { holdsCategory, narrower, wholePackOf } from './categories.js';

describe('entries of a clause', () => {
  it.each([
    ['police.warnings', 'police.warnings', true], ['police.warnings', 'police.weapons', false], ['police.*', 'police.weapons', true],
    ['police.*', 'police.*', true], ['police.warnings', 'police.*', false], ['prob.*', 'probate.order', false], ['hous.*', 'health.fgm', false],
  ])('%s holds %s: %s', (entry, category, expected) => {
    expect(holdsCategory(entry, category)).toBe(expected);
  });

  it('have in common the narrower', () => {
    expect([narrower('police.*', 'police.weapons'), narrower('police.weapons', 'police.*'), narrower('police.*', 'police.*'), narrower('police.*', 'gp.*')]).toEqual(['police.weapons', 'police.weapons', 'police.*', null]);
  });

  it('are whole packs only when so written', () => {
    expect([wholePackOf('police.*'), wholePackOf('police.warnings'), wholePackOf('*'), wholePackOf('.*')]).toEqual(['police', null, null, null]);
  });
});
