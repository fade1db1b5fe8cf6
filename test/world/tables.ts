import pg from 'pg';

/** Runs one statement on a database, on a connection of its own: the server may have been killed since the last one. */
export async function rowsOf<Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
