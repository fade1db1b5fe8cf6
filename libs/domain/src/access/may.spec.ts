import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ACTS, type Act, type ActRule } from './acts.js';
import { hasRight, refusalOf, type Asker } from './may.js';
import { ROLES, type Role } from './roles.js';

const NAMES = Object.keys(ACTS) as Act[];
const asker = (roles: readonly Role[], more: Partial<Asker> = {}): Asker => ({ roles, session: 'person', relation: 'own', ...more });
const rightsOf = (role: Role): Act[] => NAMES.filter((act) => refusalOf(ACTS[act], asker([role])) === null && ACTS[act].own !== 'anybody' && ACTS[act].own !== 'every-member');

describe('the table of acts', () => {
  it('gives every role what its holder is there for, and no more', () => {
    expect(rightsOf('service_operator')).toEqual([]);
    expect(rightsOf('independent_scrutineer')).toEqual(['recuse', 'read-evidence', 'read-receipts']);
    expect(rightsOf('signatory')).toEqual(['propose-agreement', 'approve-agreement']);
    expect(rightsOf('agency_administrator')).toEqual(['invite-member', 'see-joiners', 'read-own-contact', 'change-contact', 'see-roster-proposals', 'read-recovery-kit']);
    expect(rightsOf('data_protection_officer')).toEqual(['read-check', 'recuse', 'read-evidence', 'read-receipts', 'list-overrides']);
    expect(rightsOf('caldicott_guardian')).toEqual(rightsOf('data_protection_officer'));
    expect(rightsOf('practitioner')).not.toContain('record-decision');
    expect(rightsOf('practitioner')).not.toContain('answer-request');
    expect(rightsOf('responder')).not.toContain('open-check');
  });

  it('lets nobody near content who is there to look after people, keys or the service, or to look at how it was done', () => {
    for (const role of ['agency_administrator', 'custodian', 'service_operator', 'signatory', 'data_protection_officer', 'caldicott_guardian', 'independent_scrutineer'] as const) {
      for (const act of ['collect-envelope', 'take-sealed-evidence', 'open-check', 'answer-request', 'store-attachment'] as const) expect([role, act, hasRight(ACTS[act], [role])]).toEqual([role, act, false]);
    }
  });

  it('gives who came in with a code nothing to do in the member\'s name before their key is proven: they may look, and look after their session', () => {
    const byCode = NAMES.filter((act) => ACTS[act].also.includes('one-time-code'));
    expect(byCode.filter((act) => ACTS[act].keyProof)).toEqual(expect.arrayContaining(['answer-request', 'collect-envelope', 'record-opening', 'store-attachment', 'recuse']));
    expect(byCode.filter((act) => !ACTS[act].keyProof && !/^(?:read|hear|see)-/.test(act))).toEqual(['end-own-session', 'prove-own-key']);
  });

  it('asks persons to step up for whatever opens, sends, exports or changes keys', () => {
    expect(NAMES.filter((act) => ACTS[act].stepUp === 'open-content')).toEqual(['collect-envelope']);
    expect(NAMES.filter((act) => ACTS[act].stepUp === 'send-share')).toEqual(['open-check', 'ask-further', 'correct-request', 'tell-outcome', 'answer-request']);
    expect(NAMES.filter((act) => ACTS[act].stepUp === 'export')).toEqual(['read-evidence', 'take-sealed-evidence']);
  });
});

describe('who may', () => {
  const some: fc.Arbitrary<ActRule> = fc.record({
    means: fc.constant(''), own: fc.oneof(fc.subarray([...ROLES]), fc.constantFrom('every-member' as const, 'nobody' as const)), other: fc.oneof(fc.subarray([...ROLES]), fc.constantFrom('every-member' as const, 'nobody' as const)),
    also: fc.subarray(['one-time-code', 'newcomer'] as const), keyProof: fc.boolean(), stepUp: fc.constant(null), twoPersons: fc.constant(null),
  });

  it('is nobody who is not signed in, unless anybody may', () => {
    fc.assert(fc.property(some, (rule) => {
      expect(refusalOf(rule, null)).toBe('unauthenticated');
      expect(refusalOf({ ...rule, own: 'anybody' }, null)).toBeNull();
    }));
  });

  it('is whoever has one of the roles, whatever other roles they have beside it', () => {
    fc.assert(fc.property(some, fc.subarray([...ROLES]), fc.constantFrom('own' as const, 'other' as const), (rule, roles, relation) => {
      const those = rule[relation];
      const may = those === 'every-member' || (typeof those !== 'string' && those.some((role) => roles.includes(role)));
      expect(refusalOf(rule, asker(roles, { relation })) === null).toBe(may);
    }));
  });

  it('is told that nothing is there only of what is another agency\'s alone', () => {
    fc.assert(fc.property(some, fc.subarray([...ROLES]), (rule, roles) => {
      expect(refusalOf(rule, asker(roles))).not.toBe('not-found');
      expect(refusalOf({ ...rule, other: 'nobody' }, asker(roles, { relation: 'other' }))).toBe('not-found');
    }));
  });

  it('is never a session of a one-time code or a newcomer where the rule does not name them, and a newcomer whatever roles it came by', () => {
    fc.assert(fc.property(some, fc.subarray([...ROLES]), (rule, roles) => {
      expect(refusalOf({ ...rule, also: [] }, asker([...ROLES], { session: 'one-time-code' }))).toBe('role-not-allowed');
      expect(refusalOf({ ...rule, also: [] }, asker([...ROLES], { session: 'newcomer' }))).toBe('role-not-allowed');
      expect(refusalOf({ ...rule, also: ['newcomer'] }, asker(roles, { session: 'newcomer' }))).toBeNull();
      // A code gives no role: only a way in for the ones there are.
      expect(refusalOf({ ...rule, also: ['one-time-code'] }, asker(roles, { session: 'one-time-code', keyProven: true }))).toBe(refusalOf(rule, asker(roles)));
    }));
  });

  it('is told to prove their own key where a one-time code is not enough, and only where they may otherwise', () => {
    fc.assert(fc.property(some, fc.subarray([...ROLES]), fc.boolean(), (rule, roles, keyProof) => {
      const asked = { ...rule, keyProof, also: ['one-time-code' as const] };
      const mayOtherwise = refusalOf(rule, asker(roles));
      expect(refusalOf(asked, asker(roles, { session: 'one-time-code' }))).toBe(mayOtherwise === null && keyProof ? 'key-proof-needed' : mayOtherwise);
      for (const session of ['person', 'machine'] as const) expect(refusalOf(asked, asker(roles, { session }))).toBe(mayOtherwise);
    }));
  });
});
