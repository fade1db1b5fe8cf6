import { describe, expect, it } from 'vitest';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import type { RecoveryKit } from '@lateral/contracts';
import { ApproveAgreementDto, ProposeAgreementDto } from '../agreements/agreements.dto.js';
import { AskFurtherDto, CloseCheckDto, MoveDueTimeDto, OpenCheckDto, RateCheckDto, RecordDecisionDto, WithdrawDto } from '../checks/checks.dto.js';
import { RecoveryKitDto } from '../custody/custody.dto.js';
import { OpeningDto } from '../envelopes/envelopes.dto.js';
import { CosignatureDto } from '../log/log.dto.js';
import { CorrectRequestDto, OverrideReviewDto, RecordOnlyDto, SubmitResponseDto, TellOutcomeDto } from '../requests/requests.dto.js';
import { SignInDto } from '../sign-in/sign-in.dto.js';
import { exampleOf } from '../api-document/examples.js';
import { checkerOf } from './body.js';
import { schemaOf } from './json-schema.js';
import type { DtoClass, Schema } from './json-schema.js';

const BODIES: DtoClass[] = [
  OpenCheckDto, AskFurtherDto, RateCheckDto, MoveDueTimeDto, RecordDecisionDto, WithdrawDto, CloseCheckDto, OpeningDto, CosignatureDto, CorrectRequestDto, SubmitResponseDto, TellOutcomeDto, SignInDto,
  RecordOnlyDto, OverrideReviewDto, ProposeAgreementDto, ApproveAgreementDto,
];

interface Place { pointer: string; schema: Schema; required: boolean }

function whole(dto: DtoClass): { definitions: Map<string, Schema>; root: Schema } {
  const definitions = new Map<string, Schema>();
  return { definitions, root: schemaOf(dto, definitions, (name) => `#/$defs/${name}`) };
}

/** Every field that an example holds, by pointer, with what it must be. */
function placesOf(value: unknown, schema: Schema, definitions: Map<string, Schema>, pointer = '', required = true): Place[] {
  const own = schema.$ref === undefined ? schema.oneOf?.[0] ?? schema : definitions.get(schema.$ref.split('/').at(-1)!)!;
  if (own !== schema) return placesOf(value, own, definitions, pointer, required);
  const here = [{ pointer, schema: own, required }];
  if (Array.isArray(value)) return [...here, ...value.flatMap((item, i) => placesOf(item, own.items ?? {}, definitions, `${pointer}/${i}`, false))];
  if (typeof value !== 'object' || value === null) return here;
  return [...here, ...Object.entries(value).flatMap(([name, member]) => placesOf(member, own.properties![name] as Schema, definitions, `${pointer}/${name}`, own.required?.includes(name) ?? false))];
}

function changed(value: unknown, pointer: string, change: (parent: Record<string, unknown>, name: string) => void): unknown {
  const copy = structuredClone({ root: value }) as Record<string, unknown>;
  const steps = ['root', ...pointer.split('/').slice(1)];
  const parent = steps.slice(0, -1).reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, copy);
  change(parent, steps.at(-1)!);
  return copy['root'];
}

/** What class-validator itself, told to refuse unknown fields, says of a body. */
function passesClassValidator(dto: DtoClass, body: unknown): boolean {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false;
  return validateSync(plainToInstance(dto, body), { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true }).length === 0;
}

describe.each(BODIES.map((dto) => [dto.name, dto] as const))('%s', (_name, dto) => {
  const { definitions, root } = whole(dto);
  const check = checkerOf(dto);
  const example = exampleOf(root, definitions);
  const places = placesOf(example, root, definitions);
  const fields = places.filter(({ pointer }) => pointer !== '');

  it('takes its example', () => {
    expect(check(example)).toEqual([]);
    expect(passesClassValidator(dto, example)).toBe(true);
  });

  it('names every required field that is missing', () => {
    for (const { pointer } of fields.filter((field) => field.required)) {
      expect(check(changed(example, pointer, (parent, name) => delete parent[name]))).toEqual([{ field: pointer, reason: 'missing' }]);
    }
  });

  it('names every field of a wrong type', () => {
    for (const { pointer } of fields) {
      const [fault] = check(changed(example, pointer, (parent, name) => { parent[name] = { wrong: [] }; }));
      // An object where an object belongs is wrong by what it lacks or has too much of.
      expect(fault?.field.startsWith(pointer)).toBe(true);
    }
  });

  it('names every unknown field, wherever it is', () => {
    for (const { pointer } of places.filter(({ schema }) => schema.type === 'object')) {
      const body = changed(example, pointer === '' ? '' : pointer, (parent, name) => { parent[name] = { ...(parent[name] as object), surprise: 1 }; });
      expect(check(body)).toEqual([{ field: `${pointer}/surprise`, reason: 'unknown' }]);
    }
  });

  it('bounds every text, list and number', () => {
    for (const { pointer, schema } of fields) {
      const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
      const over = type === 'array' ? Array.from({ length: (schema.maxItems ?? 0) + 1 }, () => exampleOf(schema.items ?? {}, definitions)) : type === 'string' ? 'x'.repeat((schema.maxLength ?? 0) + 1) : type === 'integer' ? Number.MAX_SAFE_INTEGER + 1 : null;
      if (over === null || schema.const !== undefined || schema.enum !== undefined) continue;
      expect(check(changed(example, pointer, (parent, name) => { parent[name] = over; })).map(({ field }) => field)).toEqual([pointer]);
    }
  });

  it('never repeats a value or a name that a client chose', () => {
    const sentence = 'Cara Bellis has bruises';
    for (const { pointer } of fields) {
      expect(JSON.stringify(check(changed(example, pointer, (parent, name) => { parent[name] = sentence; })))).not.toContain(sentence);
      expect(JSON.stringify(check(changed(example, pointer, (parent) => { if (!Array.isArray(parent)) parent[sentence] = 1; })))).not.toContain(sentence);
    }
  });

  it('judges as class-validator does', () => {
    const anything = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant([]), fc.constant({}), fc.constant(['a']), fc.constant('A'.repeat(43)), fc.constant('2026-11-21T09:30:00.000Z'));
    fc.assert(fc.property(fc.nat(fields.length - 1), anything, fc.constantFrom('replace', 'remove'), (index, value, how) => {
      const body = changed(example, fields[index]!.pointer, (parent, name) => { if (how === 'remove' && !Array.isArray(parent)) delete parent[name]; else parent[name] = value; });
      if (dto === OpeningDto) return; // what goes together is said beside the fields, not by them
      expect(check(body).length === 0).toBe(passesClassValidator(dto, body));
    }), { numRuns: 300 });
  });

  it('refuses what is no object', () => {
    for (const odd of [undefined, null, 1, 'text', []]) expect(check(odd)).toEqual([{ field: '', reason: 'wrong-type' }]);
  });
});

describe('an opening', () => {
  const check = checkerOf(OpeningDto);
  it('says a step and a reason where the content was refused, and neither where it was shown', () => {
    expect(check({ shown: true })).toEqual([]);
    expect(check({ shown: false, step: 3, reason: 'signature-invalid' })).toEqual([]);
    expect(check({ shown: true, step: 3 })).toEqual([{ field: '/step', reason: 'unknown' }]);
    expect(check({ shown: false, step: 3 })).toEqual([{ field: '/reason', reason: 'missing' }]);
    expect(check({ shown: false, step: 3, reason: 'because the mother said so' })).toEqual([{ field: '/reason', reason: 'not-in-list' }]);
    expect(check({ shown: false, step: 3, reason: 'mother-is-lying' })).toEqual([{ field: '/reason', reason: 'not-in-list', code: 'mother-is-lying' }]);
  });
  it('names the code that its list does not know, and repeats nothing that could be no code', () => {
    const codeOf = (reason: unknown): unknown => check({ shown: false, step: 3, reason })[0]?.code;
    expect(['ks', 'X'.repeat(40), 'X'.repeat(41), 'she fell', ' lead', '', 7, null].map(codeOf)).toEqual(['ks', 'X'.repeat(40), ...new Array<undefined>(6).fill(undefined)]);
  });
});

describe('a time', () => {
  const check = checkerOf(RecoveryKitDto);
  const kit = exampleOf(whole(RecoveryKitDto).root, whole(RecoveryKitDto).definitions) as RecoveryKit;
  it.each(['2026-02-28', '2028-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])('is on a day that there is: %s', (day) => {
    expect(check({ ...kit, made: `${day}T10:00:00.000Z` })).toEqual([]);
  });
  it.each(['2026-02-29', '2026-02-30', '2100-02-29', '2026-04-31', '2026-00-10', '2026-13-01', '2026-01-00', '0000-01-01', '0000-02-29'])('is not on one that there is not: %s', (day) => {
    expect(check({ ...kit, made: `${day}T10:00:00.000Z` })).toEqual([{ field: '/made', reason: 'wrong-format' }]);
  });
});

describe('words', () => {
  const check = checkerOf(ProposeAgreementDto);
  const { root, definitions } = whole(ProposeAgreementDto);
  const titled = (en: string): unknown => changed(exampleOf(root, definitions), '/document/title/en', (parent, name) => { parent[name] = en; });
  it('are of any script', () => {
    for (const words of ['Cytundeb rhannu gŵyl', '\u{1F4C4}', '\u{10FFFF}x\u{10000}']) expect(check(titled(words))).toEqual([]);
  });
  it('are text: half a character has no bytes that anybody could sign', () => {
    for (const words of ['X\ud800', '\udc00X', '\udc00\ud800', '\ud83d\ud83d\udcc4', 'a\u0000b']) expect(check(titled(words))).toEqual([{ field: '/document/title/en', reason: 'wrong-format' }]);
  });
});
