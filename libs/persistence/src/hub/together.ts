interface Waiting<Item, Result> { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }

export interface TogetherSettings<Item, Result> {
  /** Does all of them at once and gives a result for each, in their order. */
  run: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** Two with the same key are never done at once: the later one waits for the next turn. */
  keyOf: (item: Item) => string;
  most: number;
}

/**
 * Does in one statement what many ask for at the same time: what comes while a statement is under way waits for the next one, as
 * commits wait for a disk. Where nobody else asks, nobody waits. One statement is under way at a time.
 */
export class Together<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private isBusy = false;

  constructor(private readonly settings: TogetherSettings<Item, Result>) {}

  do(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.isBusy) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.isBusy = true;
    while (this.waiting.length > 0) {
      // Answers that arrived together are taken up together.
      await new Promise(setImmediate);
      await this.turn(this.taken());
    }
    this.isBusy = false;
  }

  private taken(): Waiting<Item, Result>[] {
    const taken = new Map<string, Waiting<Item, Result>>();
    const left: Waiting<Item, Result>[] = [];
    for (const one of this.waiting) {
      const key = this.settings.keyOf(one.item);
      if (taken.size < this.settings.most && !taken.has(key)) taken.set(key, one);
      else left.push(one);
    }
    this.waiting = left;
    return [...taken.values()];
  }

  // What one of them cannot do must not keep the others from it: after a failure each is tried by itself, all at the same time, so
  // that a database that is away keeps them no longer than it would keep one.
  private async turn(taken: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.settings.run(taken.map(({ item }) => item));
      for (const [index, { resolve }] of taken.entries()) resolve(results[index]!);
    } catch (error) {
      if (taken.length === 1) taken[0]!.reject(error);
      else await Promise.all(taken.map((one) => this.turn([one])));
    }
  }
}
