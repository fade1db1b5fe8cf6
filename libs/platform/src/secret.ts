import { inspect } from 'node:util';

const SHOWN = '[secret]';

/**
 * A value that cannot be printed by accident: text, JSON and inspection all show `[secret]`. The one way to it is `reveal()`,
 * so every place that uses a secret can be found by searching for that word.
 */
export class Secret<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [Symbol.toPrimitive](): string {
    return SHOWN;
  }

  [inspect.custom](): string {
    return SHOWN;
  }
}
