import { beforeEach, describe, expect, it } from 'vitest';
import { ExchangeWorld, listedFields, memberOf, StandInTokenHash, valueOf } from '@lateral/testing/fakes';
import { Authenticate } from './authenticate.use-case.js';
import { IssueOneTimeCode, SignInByCode } from './one-time-codes.use-case.js';

const MINUTES = 60_000;
const REFUSED = { ok: false, code: 'code-refused' };

describe('a custodian\'s one-time code', () => {
  let world: ExchangeWorld;
  let acts: { issue: IssueOneTimeCode; byCode: SignInByCode; authenticate: Authenticate };
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    const { clock, codes, directory, randomness, sessions } = world;
    const deps = { clock, codes, directory, randomness, tokens: new StandInTokenHash() };
    acts = { issue: new IssueOneTimeCode(deps), byCode: new SignInByCode(deps), authenticate: new Authenticate({ ...deps, sessions }) };
  });
  const issued = async (member = 'm2') => valueOf(await acts.issue.carryOut(memberOf('school-b', 'm1'), member));
  const enter = (code: string, more: object = {}) => acts.byCode.carryOut({ agency: 'school-b', member: 'm2', code, ...more });

  it('lets in the member it is for, once, and both are recorded', async () => {
    const { id, code } = await issued();
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const { token } = valueOf(await enter(code));
    expect(await acts.authenticate.carryOut(token, 'cookie')).toMatchObject({ actor: { agency: 'school-b', member: 'm2' }, session: { kind: 'one-time-code', issuer: null } });
    expect(await enter(code)).toEqual(REFUSED);
    const records = world.recordsSince(0);
    expect(records.map(({ event, fields }) => [event, fields['code'], Object.keys(fields).sort()])).toEqual([['code.issued.v1', id, listedFields('code.issued.v1')], ['person.let-in.v1', id, listedFields('person.let-in.v1')]]);
    expect(JSON.stringify(records)).not.toContain(code.replaceAll('-', ''));
  });

  it('is read as it was meant', async () => {
    const { code } = await issued();
    const typed = code.toLowerCase().replaceAll('-', '').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(await enter(typed)).toMatchObject({ ok: true });
  });

  it('is refused in the same words whatever is wrong', async () => {
    const { code } = await issued();
    for (const more of [{ agency: 'gp-c' }, { agency: 'nobody' }, { member: 'm1' }, { member: 'nobody' }, { code: `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}` }, { code: '' }, { code: 'U'.repeat(16) }]) {
      expect(await enter(code, more)).toEqual(REFUSED);
    }
    world.clock.pass(15 * MINUTES);
    expect(await enter(code)).toEqual(REFUSED);
  });

  it('makes the one before void, and is not for oneself, a leaver or somebody elsewhere', async () => {
    const [first, second] = [await issued(), await issued()];
    expect([await enter(first.code), (await enter(second.code)).ok]).toEqual([REFUSED, true]);
    const by = memberOf('school-b', 'm1');
    expect(await acts.issue.carryOut(by, 'm1')).toEqual({ ok: false, code: 'not-allowed' });
    expect(await acts.issue.carryOut(by, 'nobody')).toEqual({ ok: false, code: 'not-found' });
    const { code } = await issued();
    world.directory.members.set('school-b m2', { ...world.directory.members.get('school-b m2')!, until: world.clock.at.toISOString() });
    expect(await enter(code)).toEqual(REFUSED);
    expect(await acts.issue.carryOut(by, 'm2')).toEqual({ ok: false, code: 'not-found' });
  });
});
