import { digestOf, newlyDeleted, type Roster, type RosterMember, type RosterProposalBody } from '@lateral/contracts';
import { composeRecord } from '../compose-record.js';
import type { Actor, PublishRosterWrite, Randomness, TeamStanding } from '../ports/index.js';
import { isMemberAt } from '../sign-in/sign-in.use-case.js';

/**
 * What publishing a roster comes to. Who belongs no longer, or has another key than before, loses every session with the same act: a
 * leaver must not read on until somebody notices.
 */
export function publication({ roster, copies, custody }: RosterProposalBody, { before, team }: { before: Roster; team: TeamStanding }, by: Actor, { at, randomness }: { at: Date; randomness: Randomness }): PublishRosterWrite {
  const { document } = roster;
  const digest = digestOf('roster', document);
  const now = inForce(document.members, at);
  const leavers = [...inForce(before.members, at).values()].filter(({ member, fingerprint }) => now.get(member)?.fingerprint !== fingerprint).map(({ member }) => member);
  const { agency } = document;
  const deletes = newlyDeleted(document, before);
  const about = { at, randomness, parties: [agency] };
  return {
    roster, digest, copies, custody, leavers, team, deletes,
    members: [...now.keys()],
    custodians: [...now.values()].filter(({ roles }) => roles.includes('custodian')).map(({ member }) => member),
    fact: { v: 1, kind: 'roster', of: agency, version: document.version, digest },
    at,
    records: [
      composeRecord('roster.published.v1', { agency, member: by.member, version: document.version, digest }, about),
      ...deletes.map((epoch) => composeRecord('epoch.deleted.v1', { agency, member: by.member, version: document.version, epoch }, about)),
      ...leavers.map((member) => composeRecord('session.ended.v1', { agency, member, reason: now.has(member) ? 'key-changed' : 'left' }, about)),
    ],
  };
}

/** By pseudonym: whoever has had several keys stands in a roster once for each, and one of them at most is in force. */
function inForce(members: readonly RosterMember[], at: Date): Map<string, RosterMember> {
  return new Map(members.filter((member) => isMemberAt(member, at)).map((member) => [member.member, member]));
}
