import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultOfShape, type CaseSchema } from './shape-of-case.js';

const CHECKOUT = join(import.meta.dirname, '../../../..');
const CASES = join(CHECKOUT, 'test/cases');
const parsed = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const schema = parsed(join(CASES, 'case.schema.json')) as CaseSchema;
const files = [join(CHECKOUT, 'config/demo/case.json'), ...readdirSync(CASES).filter((name) => !name.endsWith('.schema.json')).map((name) => join(CASES, name))];

interface Open { [name: string]: Open }
const demo = (): Open => parsed(files[0]!) as Open;

describe('the shape of a case', () => {
  it.each(files.map((file) => file.slice(CHECKOUT.length)))('%s has it', (file) => expect(faultOfShape(parsed(join(CHECKOUT, file)), schema)).toBeNull());

  it.each<[string, (given: Open) => void, string, string]>([
    ['a code', (given) => { Object.assign(given, { brag: 'purple' }); }, 'brag', 'must be one of red, amber, green, blue'],
    ['a long list of codes', (given) => { Object.assign(given['requests']!['0']!, { agency_type: 'NASA' }); }, 'requests/0/agency_type', 'must be one of the codes that the schema lists'],
    ['a type', (given) => { Object.assign(given['policy']!['hours']!['amber']!, { value: 'six' }); }, 'policy/hours/amber/value', 'must be number'],
    ['a form', (given) => { Object.assign(given, { received_at: 'yesterday' }); }, 'received_at', String.raw`must have the form ^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[+-]\d{2}:\d{2}$`],
    ['nothing where something must be', (given) => { delete given['outcome']; }, 'outcome', 'is missing'],
    ['an empty text', (given) => { Object.assign(given, { title: '' }); }, 'title', 'must not be empty'],
    ['an empty list', (given) => { Object.assign(given, { requests: [] }); }, 'requests', 'must list at least one'],
    ['a field that nobody knows', (given) => { Object.assign(given['requests']!['1']!['responder']!, { mood: 'good' }); }, 'requests/1/responder/mood', 'is not a known field'],
    ['a name that is no agency', (given) => { Object.assign(given['policy']!['agency_weeks']!, { NASA: { days: [1], from: '09:00', to: '17:00' } }); }, 'policy/agency_weeks/NASA', 'is not a known field'],
    ['a number out of range', (given) => { Object.assign(given['policy']!['working_week']!, { days: [1, 8] }); }, 'policy/working_week/days/1', 'is out of range'],
    ['one value only', (given) => { Object.assign(given, { synthetic: false }); }, 'synthetic', 'must be true'],
    ['a part of what may be null', (given) => { Object.assign(given['requests']!['0']!['time_window']!, { from: 7 }); }, 'requests/0/time_window/from', 'must be string'],
  ])('is missed by %s, and the place is named', (_, spoil, field, reason) => {
    const given = demo();
    spoil(given);
    expect(faultOfShape(given, schema)).toEqual({ field, reason });
  });

  it('is missed by what is no case at all', () => expect([[], null, 'case'].map((value) => faultOfShape(value, schema)?.field)).toEqual(['the file', 'the file', 'the file']));
});
