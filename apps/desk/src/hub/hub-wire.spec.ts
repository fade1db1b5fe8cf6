import { describe, expect, it } from 'vitest';
import { Hub, HubProblem, isClearNo } from './hub.js';

/** Whoever waits goes on at once. */
const AT_ONCE = { after: (_: number, act: () => void) => { queueMicrotask(act); return () => undefined; } };

function asked(answer: () => Response | Promise<Response>) {
  const requests: { path: string; init: RequestInit }[] = [];
  const heard: string[] = [];
  let made = 0;
  const fetch = (async (path: string, init: RequestInit) => { requests.push({ path, init }); return answer(); }) as unknown as typeof globalThis.fetch;
  const hub = new Hub(fetch, (length) => new Uint8Array(length).fill(made += 1), { reached: () => { heard.push('reached'); }, away: () => { heard.push('away'); }, ended: () => { heard.push('ended'); }, outdated: () => { heard.push('outdated'); } }, AT_ONCE);
  return { hub, requests, heard };
}
const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status });
const headersOf = ({ init }: { init: RequestInit }): Record<string, string> => init.headers as Record<string, string>;

describe('a clear no', () => {
  it.each<[string, unknown, boolean]>([
    ['what was refused for what it is', new HubProblem(409, 'version-changed'), true], ['what is not there', new HubProblem(404, 'not-found'), true], ['a gesture that is wanted', new HubProblem(403, 'step-up-needed'), false],
    ['too many tries', new HubProblem(429, 'too-many-requests'), false], ['a hub that failed', new HubProblem(503, 'unavailable'), false], ['silence', new HubProblem(0, 'away'), false], ['anything else', new TypeError('x'), false],
  ])('%s', (_, error, isOne) => {
    expect(isClearNo(error)).toBe(isOne);
  });
});

describe('the hub as the desk asks it', () => {
  it('same origin, nothing stored, nothing followed', async () => {
    const { hub, requests, heard } = asked(() => json(200, { items: [], next: null }));
    await hub.checks({ held: 'me', limit: 5 });
    await hub.check('LC 7/3');
    expect(requests.map(({ path }) => path)).toEqual(['/v1/checks?held=me&limit=5', '/v1/checks/LC%207%2F3']);
    for (const { init } of requests) expect(init).toMatchObject({ method: 'GET', credentials: 'same-origin', redirect: 'error', cache: 'no-store' });
    expect(heard).toEqual(['reached', 'reached']);
  });

  it('a write that is tried again under its own key is the same act; any other is another', async () => {
    const { hub, requests } = asked(() => json(201, {}));
    const key = hub.newKey();
    await hub.closeCheck('r', { version: 1 }, key);
    await hub.closeCheck('r', { version: 1 }, key);
    await hub.closeCheck('r', { version: 1 });
    const keys = requests.map((request) => headersOf(request)['idempotency-key']);
    expect([keys[0] === keys[1], keys[1] === keys[2], /^[\w-]{16,80}$/.test(keys[0] ?? '')]).toEqual([true, false, true]);
  });

  it('a refusal is told with all that the hub said of it', async () => {
    const problem = { code: 'version-changed', status: 409, current: { version: 3, state: 'open' } };
    const { hub, heard } = asked(() => json(409, problem));
    await expect(hub.closeCheck('r', { version: 1 })).rejects.toMatchObject({ status: 409, code: 'version-changed', problem });
    expect(heard).toEqual(['reached']);
  });

  it('silence, and a gateway that knows no better, is being away', async () => {
    const silent = asked(() => Promise.reject(new TypeError('no network')));
    await expect(silent.hub.sessions()).rejects.toEqual(new HubProblem(0, 'away'));
    const gateway = asked(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(gateway.hub.sessions()).rejects.toMatchObject({ code: 'away' });
    expect([silent.heard, gateway.heard]).toEqual([['away'], ['away']]);
  });

  it('a session that is over is said to whoever watches for it, and `me` says nobody', async () => {
    const { hub, heard } = asked(() => json(401, { code: 'unauthenticated' }));
    expect(await hub.me()).toBeNull();
    await expect(hub.sessions()).rejects.toMatchObject({ status: 401 });
    expect(heard).toContain('ended');
  });

  it('that it knows other readers than a message was sealed for is said to whoever keeps the directory', async () => {
    const { hub, heard } = asked(() => json(422, { code: 'readers-mismatch' }));
    await expect(hub.closeCheck('r', { version: 1 })).rejects.toMatchObject({ code: 'readers-mismatch' });
    expect(heard).toEqual(['reached', 'outdated']);
  });

  const gesture = (hub: Hub): Promise<unknown> => hub.answerStepUp('s', { credential: '', clientData: '', authenticatorData: '', signature: '', userHandle: null });

  it('what was under way when a gesture changed the token is asked once more, and nobody is shown out', async () => {
    let grant = (): void => undefined;
    const granted = new Promise<void>((done) => { grant = done; });
    let lists = 0;
    const { hub, requests, heard } = asked(async () => {
      if (requests.at(-1)!.path.includes('step-ups')) {
        await granted;
        return json(200, {});
      }
      lists += 1;
      return lists <= 2 ? json(401, { code: 'unauthenticated' }) : json(200, []);
    });
    const all = Promise.all([hub.sessions(), gesture(hub), hub.sessions()]);
    grant();
    expect(await all).toEqual([[], {}, []]);
    expect([requests.length, heard.includes('ended')]).toEqual([5, false]);
  });

  it('what was under way when a gesture in another window changed the token is asked once more too, a gesture of this one among it', async () => {
    let isNew = false;
    const { hub, requests, heard } = asked(() => {
      const answer = isNew ? json(200, []) : json(401, { code: 'unauthenticated' });
      isNew = true;
      return answer;
    });
    expect(await hub.sessions()).toEqual([]);
    isNew = false;
    expect(await gesture(hub)).toEqual([]);
    expect([requests.length, heard.includes('ended')]).toEqual([4, false]);
    expect(headersOf(requests[3]!)).toEqual(headersOf(requests[2]!));
  });

  it('what is refused again after that is the end of the session; that nobody was there is told at once', async () => {
    const over = asked(() => json(401, { code: 'unauthenticated' }));
    const refused = gesture(over.hub).catch(() => null);
    await expect(over.hub.sessions()).rejects.toMatchObject({ status: 401 });
    await refused;
    expect([over.requests.length, over.heard.filter((each) => each === 'ended').length]).toEqual([4, 2]);
    expect(await over.hub.me()).toBeNull();
    expect(over.requests.length).toBe(5);
  });

  it('bytes go and come as they are', async () => {
    const { hub, requests } = asked(() => new Response(new Uint8Array([1, 2, 3])));
    await hub.putAttachment('a', new Uint8Array([9]));
    expect(requests[0]?.init).toMatchObject({ method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body: new Uint8Array([9]) });
    expect([...await hub.getAttachment('a')]).toEqual([1, 2, 3]);
  });
});
