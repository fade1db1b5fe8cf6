import { describe, expect, it } from 'vitest';
import { attestedWords, mapBodyWords, type Narrative, type RequestBody, type ResponseBody } from '@lateral/envelope';
import { SystemRandom } from '@lateral/platform';
import { Planter } from './planter.js';

const PROSE_LIMIT = 50_000;
const narrative: Narrative = { language: 'en', necessity: 'Whether the child was seen decides today whether anybody goes there tonight.', proportionality: 'no more than needed' };
const request: RequestBody = {
  type: 'request', language: 'en', referralReason: 'a reason', serviceHistory: '', question: 'Has he been seen at home since the fire?', period: { from: '2024-01-01', to: 'before Christmas', reason: null },
  people: [{ id: 'p1', name: 'A Name', roles: ['child'], dob: '2019-03-04', aliases: [{ name: 'Nan', kind: 'nickname' }], identifiers: [{ kind: 'nhs', value: '943 476 5919' }], flags: ['le_only'] }],
  relationships: [{ from: 'p1', to: 'p1', type: 'self' }], scope: [{ person: 'p1', role: 'child', why: 'because' }],
};
const response: ResponseBody = {
  type: 'response', language: 'cy', responseType: 'FULL', namesSearched: ['A Name'], systemsSearched: [{ system: 'a system', terms: 'a name', searchedAt: '2024-01-01', searchedBy: 'somebody' }],
  items: [{ id: 'i1', about: 'p1', nature: 'fact', text: 'x'.repeat(PROSE_LIMIT), source: 'a file', relevance: 'some', handling: 'le_only', eventDate: null }],
};

const planted = (planter: Planter, value: unknown): number => JSON.stringify(value).split(planter.prefix).length - 1;

describe('planting', () => {
  it('puts a word of its own into every free text and counts it', () => {
    const planter = new Planter(new SystemRandom());
    const letter = planter.letter({ type: 'request', body: request, narrative });
    expect(planted(planter, letter)).toBe(planter.planted);
    const words = JSON.stringify(letter).match(new RegExp(`${planter.prefix}[a-z]{8}`, 'g')) ?? [];
    expect(new Set(words).size).toBe(planter.planted);
    for (const text of [letter.body.referralReason, letter.body.question, letter.body.people[0]?.name, letter.body.people[0]?.dob, letter.body.period?.from, letter.body.people[0]?.aliases?.[0]?.name, letter.body.people[0]?.identifiers?.[0]?.value, letter.body.relationships[0]?.type, letter.body.scope[0]?.why, letter.narrative.necessity, letter.narrative.proportionality]) {
      expect(text).toContain(planter.prefix);
    }
  });

  it('leaves codes, ids and enumerations as they are, and what is not there away', () => {
    const { body, narrative: sealed } = new Planter(new SystemRandom()).letter({ type: 'request', body: request, narrative });
    expect(body).toMatchObject({ type: 'request', language: 'en', people: [{ id: 'p1', roles: ['child'], flags: ['le_only'], identifiers: [{ kind: 'nhs' }] }], relationships: [{ from: 'p1', to: 'p1' }], scope: [{ person: 'p1', role: 'child' }] });
    expect(Object.keys(body)).toEqual(Object.keys(request));
    expect(Object.keys(sealed)).toEqual(Object.keys(narrative));
  });

  it('mends nothing that is wanting, so that the rules find it still', () => {
    const planter = new Planter(new SystemRandom());
    const wanting = { type: 'request' as const, body: { ...request, question: 'Info needed to assess risk.' }, narrative: { ...narrative, necessity: 'To assess risk.', proportionality: ' ' } };
    const letter = planter.letter(wanting);
    expect([letter.body.question, letter.narrative.necessity, letter.narrative.proportionality, letter.body.serviceHistory]).toEqual(['Info needed to assess risk.', 'To assess risk.', ' ', '']);
    expect(letter.body.referralReason).toContain(planter.prefix);
    const found = (body: RequestBody, reasons: Narrative): unknown[] => attestedWords(body, reasons).map(({ field, present }) => [field, present]);
    expect(found(letter.body, letter.narrative)).toEqual(found(wanting.body, wanting.narrative));
  });

  it('keeps within the longest text that may be sealed', () => {
    const planter = new Planter(new SystemRandom());
    const { body } = planter.letter({ type: 'response', body: response, narrative });
    expect(body.items[0]?.text).toHaveLength(PROSE_LIMIT);
    expect(body.items[0]?.text).toContain(planter.prefix);
    expect(body.namesSearched[0]).toContain(planter.prefix);
    expect(body.items[0]?.eventDate).toBeNull();
  });

  it('marks a file by name and by bytes', () => {
    const planter = new Planter(new SystemRandom());
    const { name, bytes } = planter.file({ name: 'map.png', mime: 'image/png', bytes: Uint8Array.of(1, 2, 3) });
    expect(name).toContain(planter.prefix);
    expect(Buffer.from(bytes).toString('latin1')).toContain(planter.prefix);
    expect(planter.planted).toBe(2);
  });

  it('draws other words for another run', () => {
    expect(new Planter(new SystemRandom()).prefix).not.toBe(new Planter(new SystemRandom()).prefix);
  });

  it('refuses a body that no receiver would accept', () => {
    expect(() => mapBodyWords('response', request, (text) => text)).toThrow(TypeError);
  });
});
