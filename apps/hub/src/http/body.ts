import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { PipeTransform } from '@nestjs/common';
import { schemaOf } from './json-schema.js';
import type { DtoClass, Schema } from './json-schema.js';
import { ProblemError } from './problem.js';
import { CODE_PATTERN } from './rules.js';

type FieldFault = { field: string; reason: string; code?: string };

// One reason to a kind of rule: a client shows them in its own language.
const REASONS: Record<string, string> = {
  required: 'missing', additionalProperties: 'unknown', 'false schema': 'unknown', type: 'wrong-type', pattern: 'wrong-format', enum: 'not-in-list', const: 'not-in-list',
  minLength: 'too-short', maxLength: 'too-long', minItems: 'too-few', maxItems: 'too-many', minimum: 'too-small', maximum: 'too-large',
};

// One compiler for all: an envelope's rules are compiled once, whichever bodies hold one.
// The schemas are made above from our own rules; holding each against the meta-schema would cost a tenth of a second at every start.
const ajv = new Ajv2020({ validateSchema: false, allErrors: false, verbose: true, strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true, unicodeRegExp: false });
// Every text here is ASCII by its pattern, so UTF-16 units are characters; counting code points would read each text letter by letter.
ajv.removeKeyword('minLength').removeKeyword('maxLength');
ajv.addKeyword({ keyword: 'minLength', type: 'string', schemaType: 'number', compile: (least: number) => (text: string) => text.length >= least });
ajv.addKeyword({ keyword: 'maxLength', type: 'string', schemaType: 'number', compile: (most: number) => (text: string) => text.length <= most });
const definitions = new Map<string, Schema>();
const added = new Set<string>();

/** Checks values against the rules of a DTO, compiled at first use: a small part of the time that class-validator takes on the same rules. */
export function checkerOf(dto: DtoClass): (value: unknown) => FieldFault[] {
  const root = schemaOf(dto, definitions, (name) => name);
  for (const [name, schema] of definitions) {
    if (!added.has(name)) ajv.addSchema({ $id: name, ...schema });
    added.add(name);
  }
  let check: ValidateFunction | null = null;
  return (value) => {
    check ??= ajv.compile(root);
    return check(value) ? [] : faultsOf(check.errors ?? []);
  };
}

/** Nest pipe for one body: what passes has exactly the DTO's shape; what does not is refused by name of field, never with its value, but for a code that its list does not know. */
export class BodyPipe<T extends object> implements PipeTransform<unknown, T> {
  private readonly check: (value: unknown) => FieldFault[];

  constructor(dto: new () => T) {
    this.check = checkerOf(dto);
  }

  transform(body: unknown): T {
    const fields = this.check(body);
    if (fields.length > 0) throw new ProblemError('invalid-request', { fields });
    return body as T;
  }
}

/** A body that says nothing: there is none, or an empty object. */
export class NothingDto {}
class NothingPipe extends BodyPipe<NothingDto> {
  override transform(body: unknown): NothingDto {
    return super.transform(body ?? {});
  }
}
export const nothingInBody = new NothingPipe(NothingDto);

function faultsOf(errors: readonly ErrorObject[]): FieldFault[] {
  // Where a nested object may be null the schema says oneOf; its second branch would only add that the value is not null.
  const telling = errors.filter(({ keyword, schemaPath }) => keyword !== 'oneOf' && keyword !== 'if' && !schemaPath.includes('/oneOf/1/'));
  const faults = (telling.length > 0 ? telling : errors).map((error) => ({ field: pointerOf(error), reason: REASONS[error.keyword] ?? 'wrong', ...unknownCode(error) }));
  return faults.slice(0, 20);
}

// Said back as an unknown code of the catalogue is, to whoever sent it and nowhere else: a program that is a version behind is told which.
function unknownCode({ keyword, data }: ErrorObject): { code?: string } {
  return keyword === 'enum' && typeof data === 'string' && CODE_PATTERN.test(data) ? { code: data } : {};
}

function pointerOf({ instancePath, keyword, params }: ErrorObject): string {
  const named = keyword === 'required' ? (params['missingProperty'] as string) : keyword === 'additionalProperties' ? (params['additionalProperty'] as string) : null;
  return named === null ? instancePath : `${instancePath}/${fieldName(named)}`;
}

// A client chose the name of an unknown field, so it could hold anything: only a plain one is said back.
function fieldName(name: string): string {
  return /^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(name) ? name : '*';
}
