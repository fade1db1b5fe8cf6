import { createServer, type Server } from 'node:http';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HubRecorder } from './hub-recorder.js';

describe('the recorder', () => {
  let folder: string;
  let hub: Server;
  let url: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lateral-recorder-'));
    hub = createServer((request, response) => { request.pipe(response); });
    await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
    url = `http://localhost:${(hub.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    hub.closeAllConnections();
    hub.close();
    await rm(folder, { recursive: true, force: true });
  });

  const said = async (direction: 'sent' | 'received'): Promise<string> => {
    const files = (await readdir(folder)).filter((name) => name.endsWith(`.${direction}`));
    return (await Promise.all(files.map((name) => readFile(join(folder, name), 'latin1')))).join('');
  };

  it('carries every byte and keeps both directions', async () => {
    const recorder = await HubRecorder.start(url, folder);
    const body = Buffer.from(Array.from({ length: 200_000 }, (_, i) => i % 256));
    const answer = await fetch(`${recorder.url}/v1/somewhere`, { method: 'POST', body });
    expect(Buffer.from(await answer.arrayBuffer()).equals(body)).toBe(true);
    await recorder.stop();
    expect(await said('sent')).toContain('POST /v1/somewhere');
    expect(await said('sent')).toContain(body.toString('latin1'));
    expect(await said('received')).toContain('HTTP/1.1 200');
  });

  it('keeps the two directions of each connection apart', async () => {
    const recorder = await HubRecorder.start(url, folder);
    await Promise.all(['one', 'two', 'three'].map(async (body) => (await fetch(recorder.url, { method: 'POST', body, headers: { connection: 'close' } })).text()));
    await recorder.stop();
    expect(await readdir(folder)).toHaveLength(6);
  });

  it('is stopped while a stream is open, and may be stopped twice', async () => {
    hub.removeAllListeners('request');
    hub.on('request', (_request, response) => { response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: still here\n\n'); });
    const recorder = await HubRecorder.start(url, folder);
    const answer = await fetch(recorder.url);
    await answer.body?.getReader().read();
    await recorder.stop();
    await recorder.stop();
    expect(await said('received')).toContain('still here');
  });

  it('lets a client notice at once that the hub is away', async () => {
    const recorder = await HubRecorder.start('http://localhost:9', folder);
    await expect(fetch(recorder.url)).rejects.toThrow('fetch failed');
    await recorder.stop();
  });

  it('begins with an empty folder', async () => {
    await writeFile(join(folder, 'of-yesterday.sent'), 'old');
    const recorder = await HubRecorder.start(url, folder);
    expect(await readdir(folder)).toEqual([]);
    await recorder.stop();
  });
});
