import { once } from 'node:events';
import { createServer, get } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { watchUnused } from './unused-connections.js';

it('ends a connection on which nothing was asked, and none that is being answered', async () => {
  const answers: (() => void)[] = [];
  const server = createServer((_request, response) => { answers.push(() => { response.end('done'); }); });
  const endUnused = watchUnused(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const unused = connect(port, '127.0.0.1');
  const taken = once(server, 'connection');
  const ended = once(unused, 'close');
  await taken;
  const asked = get({ port, host: '127.0.0.1', agent: false });
  await once(server, 'request');
  endUnused();
  await ended;
  for (const answer of answers) answer();
  const [response] = (await once(asked, 'response')) as [{ statusCode: number; resume: () => void }];
  response.resume();
  expect(response.statusCode).toBe(200);
  server.close();
  await once(server, 'close');
});
