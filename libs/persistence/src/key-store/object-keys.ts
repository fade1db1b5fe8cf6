import { Buffer } from 'node:buffer';
import type { ObjectKeys, Randomness } from '@lateral/exchange';
import type { Connections } from '../hub/connections.js';
import { statement } from '../hub/statement.js';
import { Together } from '../hub/together.js';

const KEY_BYTES = 32;
/** Objects of so many callers are asked for at once. */
const MOST_TOGETHER = 64;

// A retry finds the key of the first attempt: were it given another one, what was stored then could not be read with it.
const KEEP = statement('keep-object-keys', `
insert into object_key (object, key)
select o.object, substring(:keys::bytea from (o.n::int - 1) * ${KEY_BYTES} + 1 for ${KEY_BYTES}) from unnest(:objects::uuid[]) with ordinality as o(object, n) order by o.object
on conflict (object) do update set object = excluded.object
returning object, key`);
const FIND = statement('find-object-keys', 'select object, key from object_key where object = any(:objects::uuid[]) and key is not null');
// The row stays: were it gone, a retry of what was erased would be given a new key, and what lies there would look broken, not erased.
const DESTROY = statement('destroy-object-keys', `
insert into object_key (object, key) select o.object, null from unnest(:objects::uuid[]) as o(object) order by o.object
on conflict (object) do update set key = null`);

interface KeyRow { object: string; key: Buffer | null }

/** Keys of objects in a database of their own. What many ask for at the same time goes in one statement. */
export class PostgresObjectKeys implements ObjectKeys {
  private readonly kept: Together<readonly string[], ReadonlyMap<string, Uint8Array>>;
  private readonly found: Together<readonly string[], ReadonlyMap<string, Uint8Array>>;

  constructor(private readonly connections: Connections, randomness: Randomness) {
    const keep = (objects: readonly string[]): Promise<KeyRow[]> => connections.rows<KeyRow>(KEEP, { objects, keys: Buffer.from(randomness.bytes(objects.length * KEY_BYTES)) });
    const find = (objects: readonly string[]): Promise<KeyRow[]> => connections.rows<KeyRow>(FIND, { objects });
    this.kept = new Together(inOneStatement(keep));
    this.found = new Together(inOneStatement(find));
  }

  keep(objects: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    return objects.length === 0 ? Promise.resolve(new Map()) : this.kept.do(objects);
  }

  find(objects: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    return objects.length === 0 ? Promise.resolve(new Map()) : this.found.do(objects);
  }

  async destroy(objects: readonly string[]): Promise<void> {
    if (objects.length > 0) await this.connections.rows(DESTROY, { objects: [...new Set(objects)] });
  }
}

function inOneStatement(ask: (objects: readonly string[]) => Promise<KeyRow[]>): ConstructorParameters<typeof Together<readonly string[], ReadonlyMap<string, Uint8Array>>>[0] {
  let turn = 0;
  return {
    most: MOST_TOGETHER,
    // Nobody has to wait for anybody's turn: the same object asked for twice is one row.
    keyOf: () => String((turn += 1)),
    run: async (asked) => {
      const keys = new Map((await ask([...new Set(asked.flat())])).map(({ object, key }) => [object, key]));
      return asked.map((objects) => new Map(objects.flatMap((object) => { const key = keys.get(object); return key == null ? [] : [[object, key] as const]; })));
    },
  };
}
