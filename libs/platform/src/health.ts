/** Readiness of a process: ready once every part it was made with is up. A part that goes down makes it unready again. */
export class Health {
  readonly #parts: Map<string, boolean>;

  constructor(parts: readonly string[]) {
    this.#parts = new Map(parts.map((part) => [part, false]));
  }

  /** Throws on a part that was not declared, so that a misspelt one cannot leave a process ready by mistake. */
  set(part: string, up: boolean): void {
    if (!this.#parts.has(part)) throw new RangeError(`no such part: ${part}`);
    this.#parts.set(part, up);
  }

  /** What `/ready` answers: names of parts that are down, no details. */
  state(): { ready: boolean; down: string[] } {
    const down = [...this.#parts].filter(([, up]) => !up).map(([part]) => part);
    return { ready: down.length === 0, down };
  }
}
