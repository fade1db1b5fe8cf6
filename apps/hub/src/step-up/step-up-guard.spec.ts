import { describe, expect, it } from 'vitest';
import { digestOf, ROUTES } from '@lateral/contracts';
import { ACTS } from '@lateral/domain/access';
import { memberOf } from '@lateral/testing/fakes';
import { OPERATIONS } from '../api-document/operations.js';
import type { Operation } from '../api-document/operations.js';
import { OBJECTS, type Asked, type Lookups } from './objects.js';
import { needingStepUp } from './step-up-guard.js';

const ID = '019ab3c4-5d6e-7f80-8a1b-2c3d4e5f6071';
const lookups: Lookups = {
  envelopeOf: async (attachment, { agency }) => (attachment === 'a1' && agency === 'school-b' ? 'e1' : null),
  proposedRoster: async (agency, version) => (agency === 'school-b' && version === '2' ? 'digest' : null),
};
const asked = (more: Partial<Asked>): Asked => ({ actor: memberOf('school-b'), params: {}, body: undefined, widened: false, ...more });
const objectsOf = async (operation: string, more: Partial<Asked>): Promise<readonly string[]> => {
  const extract = OBJECTS[operation];
  if (extract === undefined || extract === 'by-the-act') throw new Error('says nothing');
  return extract(asked(more), lookups);
};
const message = (id: string) => ({ envelope: { header: { context: { message: id } } } });

describe('operations that need a gesture', () => {
  it('all say what they are about', () => {
    const needing = OPERATIONS.filter(({ act, widened }) => ACTS[act].stepUp !== null || (widened !== undefined && ACTS[widened.act].stepUp !== null));
    expect(needing.length).toBeGreaterThan(5);
    expect(needing.filter(({ method, path }) => OBJECTS[`${method} ${path}`] === undefined).map(({ id }) => id)).toEqual([]);
    const held = needing.filter(({ method, path }) => OBJECTS[`${method} ${path}`] !== 'by-the-act');
    expect([...needingStepUp(OPERATIONS).keys()]).toEqual(held.map(({ method, path }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`));
    expect([...needingStepUp(OPERATIONS).values()].every(({ action }) => action !== null)).toBe(true);
  });

  it('leave to the act itself only what is not always asked for', () => {
    expect(Object.entries(OBJECTS).filter(([, extract]) => extract === 'by-the-act').map(([operation]) => operation)).toEqual([`post ${ROUTES.passkeys}`, `post ${ROUTES.passkeyOptions}`]);
  });

  it('keep a hub from starting where one says nothing', () => {
    const silent: Operation = { id: 'silent', method: 'post', path: '/v1/made-up', act: 'send-nowhere' as Operation['act'], summary: '', status: 200, answer: 'nothing', problems: [] };
    expect(() => needingStepUp([{ ...silent, act: 'open-check' }])).toThrow('operation silent needs a step-up and does not say for what');
    expect(needingStepUp([{ ...silent, act: 'read-check' }]).size).toBe(0);
  });
});

describe('what an act is about', () => {
  it('is the id of every message it sends', async () => {
    for (const path of [ROUTES.checks, ROUTES.checkRequests]) expect(await objectsOf(`post ${path}`, { body: { requests: [message('m1'), message('m2')] } })).toEqual(['m1', 'm2']);
    for (const path of [ROUTES.requestVersions, ROUTES.responses, ROUTES.outcome]) expect(await objectsOf(`post ${path}`, { body: message('m1') })).toEqual(['m1']);
  });

  it('is the message that is collected, and that of an attachment; of another agency\'s there is none', async () => {
    expect(await objectsOf(`post ${ROUTES.handOver}`, { params: { envelope: ID } })).toEqual([ID]);
    expect(await objectsOf(`post ${ROUTES.handOver}`, { params: { envelope: 'no id' } })).toEqual([]);
    expect(await objectsOf(`post ${ROUTES.attachmentHandOver}`, { params: { attachment: 'a1' } })).toEqual(['e1']);
    expect(await objectsOf(`post ${ROUTES.attachmentHandOver}`, { params: { attachment: 'a1' }, actor: memberOf('gp-c') })).toEqual([]);
  });

  it('is another thing for each act that one gesture must not serve: a code and a new start of one member, evidence with and without what was sealed', async () => {
    const about = [
      ...await objectsOf(`post ${ROUTES.oneTimeCodes}`, { body: { member: 'm9' } }), ...await objectsOf(`post ${ROUTES.startAgain}`, { params: { member: 'm9' } }),
      ...await objectsOf(`get ${ROUTES.evidence}`, { params: { reference: 'LC-7GQ2M-4X9TB' } }), ...await objectsOf(`get ${ROUTES.evidence}`, { params: { reference: 'LC-7GQ2M-4X9TB' }, widened: true }),
    ];
    expect(about).toEqual(['one-time-code.m9', 'start-again.m9', 'evidence.LC-7GQ2M-4X9TB', 'sealed-evidence.LC-7GQ2M-4X9TB']);
    expect(await objectsOf(`get ${ROUTES.evidence}`, { params: { reference: 'not one' }, widened: true })).toEqual([]);
  });

  it('is a check, a roster, an invitation, a colleague or oneself', async () => {
    expect(await objectsOf(`get ${ROUTES.evidence}`, { params: { reference: 'LC-7GQ2M-4X9TB' } })).toEqual(['evidence.LC-7GQ2M-4X9TB']);
    expect(await objectsOf(`post ${ROUTES.rosterProposals}`, { body: { roster: { document: { v: 1 }, signatures: [] } } })).toEqual([digestOf('roster', { v: 1 })]);
    expect(await objectsOf(`post ${ROUTES.rosterCosignature}`, { params: { version: '2' } })).toEqual(['digest']);
    expect(await objectsOf(`post ${ROUTES.rosterCosignature}`, { params: { version: '3' } })).toEqual([]);
    expect(await objectsOf(`post ${ROUTES.invitations}`, { body: { id: 'i1', member: 'm9' } })).toEqual(['i1']);
    expect(await objectsOf(`post ${ROUTES.oneTimeCodes}`, { body: { member: 'm9' } })).toEqual(['one-time-code.m9']);
    expect(await objectsOf(`post ${ROUTES.startAgain}`, { params: { member: 'm9' } })).toEqual(['start-again.m9']);
    expect(await objectsOf(`put ${ROUTES.recoveryKit}`, { body: { primary: 'F1' } })).toEqual(['F1']);
    expect(await objectsOf(`put ${ROUTES.lockedKey}`, { body: {} })).toEqual(['m1']);
    expect(await objectsOf(`delete ${ROUTES.passkey}`, {})).toEqual(['m1']);
  });
});
