import { describe, expect, it } from 'vitest';
import { utf8, type EvidencePack, type Roster } from '@lateral/contracts';
import { following, signRoster } from '@lateral/envelope/keys';
import { KEYS_AT } from '@lateral/testing/envelope';
import { makeEvidence } from '@lateral/testing/evidence';
import { openPgpInspector, report, verifyEvidence } from '@lateral/verify';

const verify = (pack: EvidencePack, root: string): ReturnType<typeof verifyEvidence> => verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);

describe('someone takes the roster out of a pack in which its signer had left', () => {
  it('nothing in the pack misses it, so the report says that it does not prove there was none', async () => {
    const { asking, pack, root } = await makeEvidence();
    const left = new Date(KEYS_AT.getTime() + 86_400_000).toISOString();
    const { document: before } = asking.roster;
    const document: Roster = { ...before, ...following(before), issued: left, members: before.members.map((each) => (each.member === 'm-1' ? { ...each, until: left } : each)) };
    const next = await signRoster(document, { agencyKey: asking.primary, custodians: asking.custodians, before: asking.roster });
    expect((await verify({ ...pack, rosters: [...pack.rosters, next] }, root)).outcome).toBe('unknownKey');
    const verdict = await verify(pack, root);
    expect(verdict.outcome).toBe('proven');
    for (const [language, heading, said] of [['en', 'Not proven:', 'that no newer list of an agency\'s people was left out'], ['cy', 'Heb ei brofi:', 'na adawyd rhestr ddiweddarach o aelodau asiantaeth allan']] as const) {
      const [, notProven] = report(verdict, language).split(heading);
      expect(notProven).toContain(said);
    }
  });
});
