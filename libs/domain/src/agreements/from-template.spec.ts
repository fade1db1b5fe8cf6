import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfigFolder, readConfigSchema, type ConfigSchema } from '@lateral/platform/config';
import { parse } from 'yaml';
import type { DefaultStack } from '../catalogue/catalogue.js';
import { PURPOSES, type AgencyType, type Nation, type Purpose, type Urgency } from '../codes.js';
import type { Party } from '../justification/share.js';
import { categoriesOf, type QuestionPack } from '../packs/index.js';
import { coverOf } from './cover.js';
import { agreementFrom, type AgreementTemplate } from './from-template.js';
import { templateFaults, versionFaults } from './version-faults.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const schemaOf = async (path: string): Promise<ConfigSchema> => readConfigSchema(join(ROOT, path));
const templates = (await readConfigFolder<AgreementTemplate>(join(ROOT, 'config/agreements'), await schemaOf('config/agreements/agreement-template.schema.json'))).map(({ value }) => value);
const packs = (await readConfigFolder<QuestionPack>(join(ROOT, 'config/packs'), await schemaOf('config/packs/question-pack.schema.json'))).map(({ value }) => value);
const { stacks } = parse(readFileSync(join(ROOT, 'config/catalogue/default-stacks.yaml'), 'utf8')) as { stacks: Pick<DefaultStack, 'code' | 'nations' | 'sharers' | 'direction'>[] };
const KNOWN = { categories: categoriesOf(packs), stacks: new Set(stacks.map(({ code }) => code)) };
const TERM = { inForceFrom: '2026-01-01', review: '2027-01-01', expires: '2028-12-31', title: { en: 'Made for a test', cy: 'Gwnaed ar gyfer prawf' } };
const PARTIES = [{ agency: 'council-a' }, { agency: 'police-b' }];
const everything = packs.map(({ code }) => `${code}.*`);

describe('an agreement from a template', () => {
  const england = templates.find(({ nation }) => nation === 'E')!;
  const small = agreementFrom(england, { ...TERM, reference: 'DSA-T', parties: PARTIES, purposes: ['s47_enquiry', 's17_s21_assessment'], categories: ['police.warnings', 'gp.*'] });

  it('is the first version, under the law and the terms of its template', () => {
    expect(small).toMatchObject({ v: 1, type: 'agreement', reference: 'DSA-T', version: 1, kind: england.kind, nations: ['E'], parties: PARTIES, template: england.code, previousDigest: null, terms: england.terms });
  });

  it('keeps of each clause what was chosen, of stacks and packs too, and drops a clause of which nothing is left', () => {
    expect(small.clauses.map(({ number, purposes, categories, packs: offered }) => ({ number, purposes, categories, offered }))).toEqual([
      { number: '1.1', purposes: ['s47_enquiry', 's17_s21_assessment'], categories: ['police.warnings'], offered: ['police'] },
      { number: '1.3', purposes: ['s47_enquiry', 's17_s21_assessment'], categories: ['gp.*'], offered: ['gp'] },
    ]);
    expect(small.clauses[0]!.defaultStacks[0]).toEqual({ side: 'asking', types: ['LA_CSC'], purposes: ['s47_enquiry'], stack: 'ST-01' });
    const below = agreementFrom(england, { ...TERM, reference: 'DSA-T', parties: PARTIES, purposes: ['s17_s21_assessment'], categories: ['police.*'] });
    expect(below.clauses[0]!.defaultStacks.map(({ stack }) => stack)).toEqual(['ST-02', 'ST-06']);
  });

  it('is not made where nothing in the template answers to what was chosen', () => {
    expect(() => agreementFrom(england, { ...TERM, reference: 'X', parties: PARTIES, purposes: ['s47_enquiry'], categories: ['police.*', 'weather.*'] })).toThrow(new RangeError(`template ${england.code} has no clause for weather.*`));
    expect(() => agreementFrom({ ...england, clauses: england.clauses.filter(({ number }) => number.startsWith('1')) }, { ...TERM, reference: 'X', parties: PARTIES, purposes: ['s42_s126_enquiry'], categories: ['police.*'] })).toThrow(/s42_s126_enquiry/u);
  });
});

describe('templates', () => {
  it.each(templates)('$code has no faults, and a clause that names what nobody knows is one', (template) => {
    expect(templateFaults(template, KNOWN)).toEqual([]);
    const [first, ...others] = template.clauses;
    expect(templateFaults({ ...template, clauses: [{ ...first!, categories: ['police.secrets'] }, ...others] }, KNOWN)).toEqual([{ field: '/clauses/0/categories/0', reason: 'unknown' }]);
  });

  it.each(templates)('$code offers a stack only to those who may rely on it, in its nation, on its side', ({ nation, clauses }) => {
    for (const { number, defaultStacks } of clauses) {
      for (const { side, types, stack } of defaultStacks) {
        const { nations, sharers, direction } = stacks.find(({ code }) => code === stack)!;
        expect([number, stack, nations.includes(nation), direction, types.filter((type) => sharers?.includes(type) === false)]).toEqual([number, stack, true, side, []]);
      }
    }
  });

  it('are one a nation', () => {
    expect(templates.map(({ nation, kind }) => [nation, kind])).toEqual([['E', 'data_sharing_agreement'], ['W', 'waspi_isp']]);
  });

  it.each(templates)('$code makes an agreement for every purpose and pack that has no faults', (template) => {
    const made = agreementFrom(template, { ...TERM, reference: 'DSA-T', parties: PARTIES, purposes: PURPOSES, categories: everything });
    expect(versionFaults(made, null, KNOWN)).toEqual([]);
    expect(made.clauses).toEqual(template.clauses);
  });
});

interface Case {
  id: string;
  nation: Nation;
  purpose_code: Purpose;
  joined_check: { purpose_code: Purpose } | null;
  refs: { isa_ref: string };
  requests: { id: string; check: string; requester: { agency_type: AgencyType }; agency_type: AgencyType; brag: Urgency; posted_at: string; data_categories: string[]; time_window: { from: string; to: string } | null; responder: { nation: Nation; responded_at: string | null } }[];
}
const CASES = join(ROOT, '../shared/cases');
const cases = existsSync(CASES) ? readdirSync(CASES).filter((name) => /^c\d\d-.*\.json$/u.test(name)).map((name) => JSON.parse(readFileSync(join(CASES, name), 'utf8')) as Case) : [];
const party = (agency: string, type: AgencyType, nation: Nation): Party => ({ agency, type, nation, publicAuthority: true, competentAuthority: false, commissionedProvider: false });

describe('cases', () => {
  if (cases.length === 0) {
    it.skip('an agreement of the nation covers every case: ../shared/cases is absent beside the project', () => undefined);
    return;
  }

  it.each(cases)('$id: $refs.isa_ref from the template of $nation covers every question and every answer', (played) => {
    const askers = [...new Set(played.requests.map(({ requester }) => requester.agency_type))];
    const made = agreementFrom(templates.find(({ nation }) => nation === played.nation)!, {
      ...TERM, reference: played.refs.isa_ref, parties: [...askers.map((type) => ({ agency: `asks-${type}` })), ...played.requests.map(({ id }) => ({ agency: `asked-${id}` }))],
      purposes: [played.purpose_code, ...(played.joined_check === null ? [] : [played.joined_check.purpose_code])], categories: [...new Set(played.requests.flatMap(({ data_categories }) => data_categories))],
    });
    expect(versionFaults(made, null, KNOWN)).toEqual([]);
    for (const request of played.requests) {
      const question = {
        asking: party(`asks-${request.requester.agency_type}`, request.requester.agency_type, played.nation), answering: party(`asked-${request.id}`, request.agency_type, request.responder.nation),
        purpose: request.check === 'joined' ? played.joined_check!.purpose_code : played.purpose_code, categories: request.data_categories, window: request.time_window, urgency: request.brag,
      };
      const asked = coverOf([{ document: made, digest: 'd' }], { ...question, direction: 'asking', on: request.posted_at.slice(0, 10) });
      const answered = coverOf([{ document: made, digest: 'd' }], { ...question, direction: 'sharing', on: (request.responder.responded_at ?? request.posted_at).slice(0, 10) });
      expect([request.id, asked, answered]).toEqual([request.id, { covered: { reference: played.refs.isa_ref, version: 1, clause: expect.any(String) }, findings: [] }, asked]);
    }
  });
});
