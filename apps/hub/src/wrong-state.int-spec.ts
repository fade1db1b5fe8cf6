import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '@lateral/contracts';
import { CHECK_STATES, REQUEST_STATES, requestAfter, TERMINAL_STATES } from '@lateral/domain';
import type { CheckState, RequestState } from '@lateral/domain';
import { CheckScene } from '../../../test/world/check-scene.js';
import type { SceneRequest } from '../../../test/world/check-scene.js';
import { hubDoor } from '../../../test/world/hub-door.js';
import type { Answer, DoorClient, HubDoor } from '../../../test/world/hub-door.js';
import { CHECK_ACTS, REQUEST_ACTS } from '../../../test/world/scene-acts.js';
import type { SceneAct, SceneCheckAct } from '../../../test/world/scene-acts.js';
import { stored } from '../../../test/world/stored.js';

let door: HubDoor;
let by: { asking: DoorClient; asked: DoorClient };
beforeAll(async () => {
  door = await hubDoor();
  const [asking, asked] = await Promise.all([door.signIn('csc-north'), door.signIn('police-north', 'responder')]);
  by = { asking, asked };
}, 60_000);
afterAll(() => door.end());

async function attempt(scene: CheckScene, request: SceneRequest, act: SceneAct, { version = request.version, forReal = false } = {}): Promise<Answer> {
  const envelope = (await act.envelope?.(scene, request, forReal)) ?? null;
  const answer = await scene[act.by].post(act.path(request), act.body(version, envelope));
  if (forReal) act.after?.(request, envelope);
  return answer;
}

async function attemptOnCheck(scene: CheckScene, act: SceneCheckAct, { version = scene.version, forReal = false } = {}): Promise<Answer> {
  return scene.asking.post(`/v1/checks/${scene.reference}/${act.route}`, await act.body(scene, version, forReal));
}

const refusal = (name: string, { status, body }: Answer): unknown[] => [name, status, (body as Problem).code, (body as Problem).current];
const standing = ({ version, state }: { version: number; state: string }): { version: number; state: string } => ({ version, state });
const meetings = REQUEST_STATES.flatMap((request) => CHECK_STATES.filter((check) => CheckScene.canBe(request, check)).map((check) => [request, check] as const));

describe.each(meetings)('a request that is %s, of a check that is %s', (state, check) => {
  let scene: CheckScene;
  let first: SceneRequest;
  beforeAll(async () => {
    scene = await CheckScene.in(state, check, 1 + movesFrom(state, check), by);
    await scene.refresh();
    first = scene.requests[0]!;
  }, 60_000);
  afterEach(async () => {
    expect((await door.ask('GET', '/health')).status).toBe(200);
  });

  it('is where the acts should have brought it', () => {
    expect([scene.state, first.state]).toEqual([check, state]);
  });

  it('refuses every act that its state does not allow, says what it is now, and stores nothing', async () => {
    const before = await stored(door.database);
    for (const act of REQUEST_ACTS.filter((one) => one.isPossible(first) && one.leads(first, check) === null)) {
      expect(refusal(act.name, await attempt(scene, first, act))).toEqual([act.name, 409, 'wrong-state', act.saysNoCurrent ? undefined : standing(first)]);
    }
    for (const act of CHECK_ACTS.filter((one) => one.leads(check) === null)) {
      expect(refusal(act.name, await attemptOnCheck(scene, act))).toEqual([act.name, 409, 'wrong-state', standing(scene)]);
    }
    expect(await stored(door.database)).toEqual(before);
  }, 30_000);

  it('refuses every act on another version of it, allowed or not, and stores nothing', async () => {
    const before = await stored(door.database);
    for (const act of REQUEST_ACTS.filter((one) => one.isVersioned && one.isLikeAnother !== true && one.isPossible(first))) {
      expect(refusal(act.name, await attempt(scene, first, act, { version: first.version + 1 }))).toEqual([act.name, 409, 'version-changed', standing(first)]);
    }
    for (const act of CHECK_ACTS) {
      expect(refusal(act.name, await attemptOnCheck(scene, act, { version: scene.version + 1 }))).toEqual([act.name, 409, 'version-changed', standing(scene)]);
    }
    expect(await stored(door.database)).toEqual(before);
  }, 30_000);

  it('takes every act that its state allows, and goes where the act leads', async () => {
    const others = scene.requests.slice(1);
    for (const act of taken(first, check)) {
      // An act that moves its request has one of its own; those that leave it as it is share the first.
      const request = act.leads(first, check) === state ? first : others.shift()!;
      const [to, checkTo] = [act.leads(request, check), act.leavesCheck(request, check)];
      const { status, body } = await attempt(scene, request, act, { forReal: true });
      expect([act.name, status > 299 ? body : 'taken']).toEqual([act.name, 'taken']);
      await scene.refresh();
      expect([act.name, request.state, scene.state]).toEqual([act.name, to, checkTo]);
      await scene.reach(check);
    }
  }, 60_000);

  it('takes every act on its check that the state of the check allows, and ends with it where it had not ended', async () => {
    for (const act of CHECK_ACTS.filter((one) => one.leads(check) !== null)) {
      const own = await CheckScene.in(state, check, 1, by);
      const { status, body } = await attemptOnCheck(own, act, { forReal: true });
      expect([act.name, status, body]).toEqual([act.name, 201, expect.objectContaining({ state: act.leads(check) })]);
      await own.refresh();
      const ended = act.requestAct === null || TERMINAL_STATES.includes(state) ? state : requestAfter(state, act.requestAct);
      expect([act.name, own.state, own.requests[0]!.state]).toEqual([act.name, act.leads(check), ended]);
    }
  }, 60_000);
});

/** The acts that are allowed. Every type of answer is tried where it is given in time; late ones and corrections once for each way they lead. */
function taken(request: SceneRequest, check: CheckState): SceneAct[] {
  const inTime = request.state === 'acknowledged' && check === 'open';
  return REQUEST_ACTS.filter((act) => (inTime || act.isLikeAnother !== true) && act.isPossible(request) && act.leads(request, check) !== null);
}

/** How many of them take a request out of its state: each needs one of its own. */
function movesFrom(state: RequestState, check: CheckState): number {
  const sample = { id: '', version: 1, state, question: {}, answer: {}, told: {}, collected: true } as SceneRequest;
  return taken(sample, check).filter((act) => act.leads(sample, check) !== state).length;
}
