import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverOf } from '@lateral/domain/agreements';
import { packFor } from '@lateral/domain/packs';
import { loadAgreementTemplates, loadPacks } from '@lateral/platform/config';
import { documentOf } from '../round/publish-agreement.js';
import { planRound } from './plan-round.js';
import { readCase } from './read-case.js';
import { underWholePacks } from './whole-packs.js';

const CHECKOUT = join(import.meta.dirname, '../../../..');
const AT = new Date('2026-11-23T10:00:00.000Z');
const templates = await loadAgreementTemplates(join(CHECKOUT, 'config/agreements'));
const packs = await loadPacks(join(CHECKOUT, 'config/packs'));
const { agreement, agencies, checks } = underWholePacks(planRound(await readCase(join(CHECKOUT, 'config/demo/case.json'))));
const document = documentOf(agreement, null, { templates, at: AT });
const party = (id: string) => ({ ...agencies.find((agency) => agency.id === id)!, agency: id });

describe('the agreement of the demonstration', () => {
  it.each(['s47_enquiry', 'decide_threshold', 's17_s21_assessment', 'immediate_protection'] as const)('covers every question that a pack has for whoever is asked, for %s', (purpose) => {
    const open = checks.flatMap(({ asking, requests }) => requests.filter(({ agency }) => {
      const { type } = party(agency);
      const question = { direction: 'asking' as const, asking: party(asking), answering: party(agency), purpose, window: null, urgency: 'amber' as const, on: '2026-11-23', categories: packFor(packs, type).categories.map(({ code }) => code) };
      return coverOf([{ document, digest: '' }], question).covered === null;
    }));
    expect(open.map(({ agency }) => agency)).toEqual([]);
  });
});
