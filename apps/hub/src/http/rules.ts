import { DAY_PATTERN } from '@lateral/domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, Equals, IsArray, IsBoolean, IsDefined, IsIn, IsInt, IsObject, IsString, Matches, Max, MaxLength, Min, MinLength, ValidateIf, ValidateNested } from 'class-validator';
import 'reflect-metadata';

/**
 * What a field of the API may be. Each rule is made of class-validator's own, so that one declaration on a DTO is at once the
 * check at the door, the schema in the OpenAPI document and what a client can read. Every text is bounded in length and
 * pattern: there is no field in which free text could reach the hub in clear.
 */

/** A client-made id: uuid version 7, lower case. */
export const ID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** A code of a catalogue or list that is not part of this program. No spaces, so no sentence can pass for one. */
export const CODE_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/;
/** An agency, a member or a partnership by its id. */
export const NAME_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
export const FINGERPRINT_PATTERN = /^[0-9A-F]{40}$/;
export const BASE64URL_PATTERN = /^[A-Za-z0-9_-]*$/;
/** ISO 8601 in UTC with milliseconds, on a day of the calendar: what JavaScript would move to another day, Postgres refuses. It has no year 0000 either. */
export const TIME_PATTERN = new RegExp(`^(?!0000)${DAY_PATTERN.source.slice(1, -1)}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z$`);
/** A JSON pointer (RFC 6901). */
const POINTER_PATTERN = /^[A-Za-z0-9/_.-]*$/;

const NESTED = Symbol('class of a nested DTO');
type DtoClass = new () => object;
interface Each { each?: boolean }

/** The class that a property nests, or undefined. */
export function nestedClassOf(dto: DtoClass, property: string): DtoClass | undefined {
  const named = Reflect.getMetadata(NESTED, dto.prototype as object, property) as (() => DtoClass) | undefined;
  return named?.();
}

function all(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}

const text = (pattern: RegExp, shortest: number, longest: number, options: Each = {}): PropertyDecorator =>
  all(IsString(options), MinLength(shortest, options), MaxLength(longest, options), Matches(pattern, options));

export const Id = (options?: Each): PropertyDecorator => text(ID_PATTERN, 36, 36, options);
export const Code = (options?: Each): PropertyDecorator => text(CODE_PATTERN, 1, 40, options);
export const Name = (options?: Each): PropertyDecorator => text(NAME_PATTERN, 1, 64, options);
export const Fingerprint = (options?: Each): PropertyDecorator => text(FINGERPRINT_PATTERN, 40, 40, options);
export const Time = (options?: Each): PropertyDecorator => text(TIME_PATTERN, 24, 24, options);
/** A day of the calendar. */
export const Day = (options?: Each): PropertyDecorator => text(DAY_PATTERN, 10, 10, options);
/** SHA-256, base64url. */
export const Digest = (options?: Each): PropertyDecorator => text(BASE64URL_PATTERN, 43, 43, options);
/** base64url without padding of `least` to `most` bytes. */
export const Bytes = (least: number, most: number, options?: Each): PropertyDecorator =>
  text(BASE64URL_PATTERN, Math.ceil((least * 4) / 3), Math.ceil((most * 4) / 3), options);
export const Text = (pattern: RegExp, longest: number, options?: Each): PropertyDecorator => text(pattern, 1, longest, options);
/** A JSON pointer made of our own field names; empty for the whole. */
export const Pointer = (): PropertyDecorator => text(POINTER_PATTERN, 0, 200);
export const OneOf = (codes: readonly string[], options: Each = {}): PropertyDecorator => all(IsString(options), IsIn([...codes], options));
export const Exactly = (value: string | number): PropertyDecorator => Equals(value);
export const Whole = (least: number, most: number): PropertyDecorator => all(IsInt(), Min(least), Max(most));
export const Flag = (): PropertyDecorator => IsBoolean();

/** Anything at all: only for what the hub itself answers from its own configuration, never for what it is sent. */
export const Anything = (): PropertyDecorator => IsDefined();

/** An object of the given DTO. The class comes as a function, since it may be declared further down. */
export const Nested = (named: () => DtoClass): PropertyDecorator =>
  all(Reflect.metadata(NESTED, named) as PropertyDecorator, IsObject(), ValidateNested(), Type(named));

/** A list of `least` to `most` items; what each must be is said by a second rule with `{ each: true }`. */
export const List = (least: number, most: number): PropertyDecorator => all(IsArray(), ArrayMinSize(least), ArrayMaxSize(most));
export const ListOfNested = (least: number, most: number, named: () => DtoClass): PropertyDecorator =>
  all(Reflect.metadata(NESTED, named) as PropertyDecorator, List(least, most), IsObject({ each: true }), ValidateNested({ each: true }), Type(named));

// The two conditions are recognised by identity when the schema is made: see json-schema.ts.
export const unlessNull = (_: object, value: unknown): boolean => value !== null;
export const unlessAbsent = (_: object, value: unknown): boolean => value !== undefined;
/** The field must be there and may be null. */
export const OrNull = (): PropertyDecorator => ValidateIf(unlessNull);
/** The field may be left out; it may not be null. */
export const Optional = (): PropertyDecorator => ValidateIf(unlessAbsent);
