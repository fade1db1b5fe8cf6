import { arrayLiteral } from './array-literal.js';

/** The part of pg's client that statements need; `queryRunner.connect()` hands one out. */
export interface SqlClient {
  query<Row>(query: { name?: string; text: string; values: unknown[] }): Promise<{ rows: Row[]; rowCount: number | null }>;
}

/** A value that pg can send. Buffers go over in binary, everything else as text. */
export type SqlValue = string | number | boolean | Date | Buffer | null | readonly (string | number | boolean | null)[];

/**
 * One named statement: Postgres parses it once on each connection and runs it by name afterwards, which is what keeps a
 * post near the ceiling. `parameters` are the names in the order of `$1`, `$2`, ...
 */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly parameters: readonly string[];
}

/** Makes a statement of SQL in which parameters are written `:name`; casts (`::uuid`) are left alone. */
export function statement(name: string, sql: string): Statement {
  const parameters: string[] = [];
  const text = sql.replace(/(?<!:):([a-z][A-Za-z0-9]*)/g, (_, parameter: string) => {
    const at = parameters.indexOf(parameter);
    return `$${at === -1 ? parameters.push(parameter) : at + 1}`;
  });
  return { name, text: text.trim(), parameters };
}

/** Runs a statement; every parameter must be given, because a forgotten one would quietly be NULL. */
export async function run<Row>(client: SqlClient, { name, text, parameters }: Statement, values: Readonly<Record<string, SqlValue>>): Promise<Row[]> {
  const ordered = parameters.map((parameter) => {
    const value = values[parameter];
    if (value === undefined) throw new TypeError(`statement ${name} was not given ${parameter}`);
    return Array.isArray(value) ? arrayLiteral(value as readonly (string | number | boolean | null)[]) : value;
  });
  return (await client.query<Row>({ name, text, values: ordered })).rows;
}
