import { describe, expect, it } from 'vitest';
import type { i18n } from 'i18next';
import type { JoinerView, MemberRole } from '@lateral/contracts';
import type { RosterEntry } from '../crypto/protocol.js';
import type { RosterChanges } from '../crypto/roster-changes.js';
import { startWords } from '../words/start-words.js';
import { changesInWords, type Naming } from './change-words.js';
import { rolesToInvite } from './invite.js';
import { emptyDraft, faultsOf, graveIn, wishOf, type Before, type Bringing, type NextDraft } from './next-draft.js';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const entry = (member: string, roles: MemberRole[]): RosterEntry => ({ member, roles, fingerprint: `F-${member}`, from: '2026-01-01T00:00:00.000Z', until: null });
const night = { agency: 'edt', hours: [{ day: 1, from: '17:00', to: '24:00' }], from: '2026-01-01T00:00:00.000Z', until: null };
const bringing: Bringing = { view: { invitation: 'i', member: 'u-new', roles: ['practitioner'], key: 'key', fingerprint: 'what the hub says', redeemedAt: null } satisfies JoinerView, told: { fingerprint: 'F-new', words: { en: [], cy: [] } } };
const before: Before = { version: 4, bringing: [bringing], members: [entry('u-me', ['custodian']), entry('u-two', ['custodian', 'team_manager']), entry('u-three', ['responder', 'custodian'])], delegates: [night] };
const draft = (change: Partial<NextDraft> = {}): NextDraft => ({ ...emptyDraft(before.delegates), ...change });
const ends = { what: 'ends' as const, roles: [] };

describe('the next list', () => {
  it('takes in the key whose words were heard, by the fingerprint of the key itself, and nobody who is only ticked', () => {
    expect(wishOf(draft({ taken: ['u-new'] }), before, NOW).join).toEqual([]);
    expect(wishOf(draft({ taken: ['u-new'], heard: ['what the hub says'] }), before, NOW).join).toEqual([]);
    expect(wishOf(draft({ taken: ['u-new'], heard: ['F-new'] }), before, NOW).join).toEqual([{ member: 'u-new', roles: ['practitioner'], key: 'key', fingerprint: 'F-new' }]);
  });

  it('changes nothing that was not changed', () => {
    expect(wishOf(draft({ members: { 'u-two': { what: 'roles', roles: ['team_manager', 'custodian'] } } }), before, NOW)).toEqual({ join: [], leave: [], roles: [], newEpoch: false, delegates: null });
    expect(wishOf(draft({ delegates: [] }), before, NOW).delegates).toEqual([]);
    expect(wishOf(draft({ delegates: [{ agency: 'edt', week: ['17:00 to 23:00', '', '', '', '', '', ''], from: night.from, until: null }] }), before, NOW).delegates).toEqual([{ ...night, hours: [{ day: 1, from: '17:00', to: '23:00' }] }]);
  });

  it.each<[string, Partial<NextDraft>, [field: string, fault: string][]]>([
    ['nothing', {}, [['next-epoch', 'nothing']]], ['a new key', { newEpoch: true }, []],
    ['somebody whose words were not heard', { taken: ['u-new'] }, [['heard-u-new', 'heard']]],
    ['somebody left without a role', { members: { 'u-two': { what: 'roles', roles: [] } } }, [['roles-u-two', 'roles']]],
    ['an end of oneself', { members: { 'u-me': ends } }, [['what-u-me', 'oneself']]],
    ['one’s own role of custodian', { members: { 'u-me': { what: 'roles', roles: ['responder'] } } }, [['what-u-me', 'oneself']]],
    ['fewer than two custodians', { members: { 'u-two': ends, 'u-three': ends } }, [['next-members', 'custodians']]],
    ['a delegate without an agency or hours', { delegates: [{ agency: '', week: ['', '', '', '', '', '', ''], from: null, until: null }] }, [['delegate-0', 'delegateAgency'], ['delegate-0-hours-1', 'delegateHours']]],
    ['hours that cannot be read', { delegates: [{ agency: 'edt', week: ['', 'all night', '', '', '', '', ''], from: null, until: null }] }, [['delegate-0-hours-2', 'hours']]],
  ])('has to say otherwise: %s', (_what, change, faults) => {
    expect(faultsOf(draft(change), before, 'u-me').map(({ field, fault }) => [field, fault])).toEqual(faults);
  });

  it('stops a custodian before an end, and before an administrator or custodian is made', () => {
    const { members } = before;
    expect(graveIn({ join: [], leave: ['u-two'], roles: [] }, members)).toEqual({ ends: ['u-two'], trusts: [] });
    expect(graveIn({ join: [{ member: 'u-new', roles: ['custodian'], key: '', fingerprint: '' }], leave: [], roles: [{ member: 'u-two', roles: ['custodian', 'agency_administrator'] }] }, members)).toEqual({ ends: [], trusts: [{ member: 'u-new', role: 'custodian' }, { member: 'u-two', role: 'agency_administrator' }] });
    expect(graveIn({ join: [], leave: [], roles: [{ member: 'u-three', roles: ['custodian'] }] }, members)).toEqual({ ends: [], trusts: [] });
  });
});

describe('an invitation', () => {
  it('by an administrator alone is for people who work', () => {
    expect(rolesToInvite(['agency_administrator'])).not.toContain('custodian');
    expect(rolesToInvite(['agency_administrator', 'custodian'])).toContain('custodian');
  });
});

describe('a change of the list in words', () => {
  const changes: RosterChanges = {
    version: 5, joins: [{ member: 'u-new', roles: ['practitioner', 'approver'], fingerprint: 'F', comesBack: false, from: '2026-11-22T10:00:00.000Z', until: null }, { member: 'u-two', roles: ['responder'], fingerprint: 'G', comesBack: true, from: '2026-11-22T10:00:00.000Z', until: '2026-12-24T00:00:00.000Z' }],
    leaves: ['u-three'], ends: [{ member: 'u-four', until: '2026-12-24T00:00:00.000Z' }], roles: [{ member: 'u-five', before: ['responder'], after: ['custodian'] }], otherwise: ['u-six'], newEpoch: true, delegates: { before: [{ ...night, agency: 'old' }], after: [night] },
  };
  const naming = (words: i18n): Naming => ({ t: words.getFixedT(null, 'agency'), name: (member) => member.slice(2), agencyName: (agency) => agency.toUpperCase(), day: (at) => at.slice(0, 10) });

  it('has a sentence for each', async () => {
    const words = await startWords('en');
    expect(changesInWords(changes, { team: ['u-new'], custody: ['u-five'] }, naming(words))).toEqual([
      'new joins as Practitioner, Approver. Not before 2026-11-22.', 'two comes back with another key, as Responder. Not before 2026-11-22. Until 2026-12-24.', 'three ends now.', 'four ends on 2026-12-24.', 'five was Responder and becomes Custodian.',
      'The entry of six is changed in another way: in their key, or in what may sign in for them.', 'The team gets a new key: what is sent from then on opens only for those who get a copy.', 'EDT reads for your agency: Monday 17:00 to 24:00.', 'OLD reads for your agency no longer.',
      'Copies of the team’s key go to: new.', 'Copies of the agency’s whole key go to: five.',
    ]);
  });

  it('says so in Welsh, and where there is nothing', async () => {
    const words = await startWords('cy');
    const said = naming(words);
    expect(changesInWords(changes, { team: [], custody: [] }, said)).toHaveLength(9);
    expect(changesInWords({ ...changes, joins: [], leaves: [], ends: [], roles: [], otherwise: [], newEpoch: false, delegates: null }, { team: [], custody: [] }, said)).toEqual([words.t('agency:proposal.nothing')]);
  });
});
