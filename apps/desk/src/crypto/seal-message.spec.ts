import { describe, expect, it } from 'vitest';
import type { MemberRole, Roster } from '@lateral/contracts';
import { uuid7 } from '@lateral/domain';
import { fingerprintOf, makeAgencyKey, makePersonalKey, publicKeyText, signRoster, verifyRoster } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import { NARRATIVE, REQUEST_BODY } from '@lateral/testing/envelope';
import { sampleStack } from '@lateral/testing/fakes';
import type { TrustedDirectory } from './directory.js';
import type { Letter } from './protocol.js';
import { sealMessage } from './seal-message.js';

const [OWN, ASKED] = ['csc-north', 'school-north'];
const AT = new Date('2026-11-22T09:00:00.000Z');
const random = new SystemRandom();
const after = (days: number): Date => new Date(AT.getTime() + days * 86_400_000);

/** An agency whose officers' keys last so many days. */
async function agencyOf(id: string, officerDays: readonly number[]) {
  const primary = await makeAgencyKey({ agency: id, at: AT });
  const person = async (member: string, role: MemberRole, days = 395) => ({ member, role, key: await makePersonalKey({ member, agency: id, at: AT, days }) });
  const people = await Promise.all([person('k-1', 'custodian'), person('k-2', 'custodian'), person('m-1', 'practitioner'), ...officerDays.map((days, n) => person(`d-${n}`, 'data_protection_officer', days))]);
  const document: Roster = {
    v: 1, type: 'roster', agency: id, version: 1, issued: AT.toISOString(), previous: null, teamKey: null, delegates: [],
    members: people.map(({ member, role, key }) => ({ member, roles: [role], key: publicKeyText(key), fingerprint: fingerprintOf(key), from: AT.toISOString(), until: null, signIn: null })),
  };
  const agency = { id, primary: fingerprintOf(primary), key: primary.toPublic(), rosterFrom: null };
  const read = await verifyRoster(await signRoster(document, { agencyKey: primary, custodians: [people[0]!.key, people[1]!.key] }), agency);
  if (!read.ok) throw new Error(read.code);
  return { agency, roster: read.roster, member: people[2]!.key, officers: people.slice(3).map(({ key }) => fingerprintOf(key)) };
}

const newId = (): string => uuid7(AT, random.bytes(10));
const letter = (urgency: 'amber' | 'red'): Letter => ({
  type: 'request', message: newId(), check: newId(), request: newId(), to: ASKED, inReplyTo: null, corrects: null, body: REQUEST_BODY, narrative: NARRATIVE,
  record: {
    direction: 'asking', agency: OWN, purpose: 's47_enquiry', urgency, threshold: 's47', subjectKind: 'child', strategyDiscussionAt: null, subjects: [{ subject: 'p1', role: 'child' }], categories: ['edu.attendance'],
    window: null, specialCategory: false, criminalOffence: false, stack: sampleStack(), lessIntrusive: null, consent: null, thirdParties: [], response: null, acknowledgements: [], override: null,
  } as Letter['record'],
});

describe('the data protection officers of a message', () => {
  it('are those whose keys are in force: nobody waits for one whose key has run out, and where there is none left it goes to the teams', async () => {
    const [own, asked] = [await agencyOf(OWN, [30]), await agencyOf(ASKED, [20, 10])];
    const known = [own, asked];
    const directory = { own: own.agency, partnership: { document: { partnership: 'north' }, agencies: new Map(known.map(({ agency }) => [agency.id, agency])) }, rosters: new Map(known.map(({ agency, roster }) => [agency.id, roster])), versions: new Map(), former: [] } as unknown as TrustedDirectory;
    const officersAfter = async (days: number, urgency: 'amber' | 'red'): Promise<string[]> => {
      const sealed = await sealMessage({ letter: letter(urgency) }, { directory, unlocked: { key: own.member, whose: { agency: OWN, member: 'm-1' } }, random, now: after(days) });
      if (!sealed.ok) throw new Error(sealed.code);
      return sealed.envelope.header.context.officers.map(({ officer }) => officer);
    };
    const [[first], [second, third]] = [own.officers, asked.officers];
    for (const urgency of ['amber', 'red'] as const) {
      expect(await officersAfter(5, urgency)).toEqual([first, second, third]);
      expect(await officersAfter(11, urgency)).toEqual([first, second]);
      expect(await officersAfter(21, urgency)).toEqual([first]);
      expect(await officersAfter(31, urgency)).toEqual([]);
    }
  });
});
