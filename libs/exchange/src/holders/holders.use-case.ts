import type { HolderBody, HolderReply } from '@lateral/contracts';
import { ACTS, hasRight } from '@lateral/domain/access';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Result, type Refusal } from '../result.js';
import type { Actor, CheckStore, Clock, Directory, HolderWrite, Randomness, WorkStore } from '../ports/index.js';
import { isMemberAt } from '../sign-in/sign-in.use-case.js';

export interface HolderDeps {
  clock: Clock;
  randomness: Randomness;
  directory: Directory;
  checks: CheckStore;
  work: WorkStore;
}

/** What is given. `holder` is undefined where there is no such thing any more; `isIn` says whether a member has not left the check. */
interface Giving {
  holder: () => Promise<string | null | undefined>;
  isIn: (member: string) => Promise<boolean>;
  write: (at: Date) => Promise<boolean>;
}

const NOT_THEIRS = refuse('invalid-request', { fields: [{ field: '/to', reason: 'not-a-caseworker' }] });

/**
 * Who in a team has a piece of work: of a request the team that is asked, of a check the team that asks. Written only where the one who
 * was seen to have it still has. Where `to` has it already nothing is done, so that a retry is the same act and needs no key.
 */
export class Holders {
  constructor(private readonly deps: HolderDeps) {}

  async ofRequest(actor: Actor, request: string, body: HolderBody): Promise<Result<HolderReply>> {
    const { checks, work } = this.deps;
    const holder = async (): Promise<string | null | undefined> => {
      const view = await checks.request(request, actor);
      return view?.asked === actor.agency ? view.heldBy : undefined;
    };
    const facts = await checks.requestFacts(request, actor);
    if (facts === null || facts.asked !== actor.agency) return refuse('not-found');
    const fields = { check: facts.check, request, agency: actor.agency, member: actor.member, holder: body.to };
    const isIn = async (member: string): Promise<boolean> => (await checks.requestFacts(request, { agency: actor.agency, member })) !== null;
    return this.give(actor, body, { holder, isIn, write: (at) => work.giveRequest({ ...this.common(actor, body, at), of: request, records: [composeRecord('request.taken.v1', fields, this.context(actor, at))] }) });
  }

  async ofCheck(actor: Actor, reference: string, body: HolderBody): Promise<Result<HolderReply>> {
    const { checks, work } = this.deps;
    const facts = await checks.checkFacts(reference, actor);
    if (facts === null || facts.asking !== actor.agency) return refuse('not-found');
    const holder = async (): Promise<string | null | undefined> => (await checks.check(reference, actor))?.heldBy;
    const fields = { check: facts.id, agency: actor.agency, member: actor.member, holder: body.to };
    const isIn = async (member: string): Promise<boolean> => (await checks.checkFacts(reference, { agency: actor.agency, member })) !== null;
    return this.give(actor, body, { holder, isIn, write: (at) => work.giveCheck({ ...this.common(actor, body, at), of: facts.id, records: [composeRecord('check.given.v1', fields, this.context(actor, at))] }) });
  }

  private async give(actor: Actor, { from, to }: HolderBody, { holder, isIn, write }: Giving): Promise<Result<HolderReply>> {
    const at = await this.deps.clock.now();
    const refused = await this.refusal(actor, { from, to }, at);
    if (refused !== null) return refused;
    for (let tries = 0; tries < 2; tries += 1) {
      const now = await holder();
      if (now === undefined) return refuse('not-found');
      if (now === to) return done({ holder: to });
      if (now !== from) return refuse('holder-changed', { holder: now });
      // They would have what no list of theirs shows, and nobody else would look for it.
      if (to !== null && !(await isIn(to))) return NOT_THEIRS;
      if (await write(at)) return done({ holder: to });
    }
    const now = await holder();
    return now === undefined ? refuse('not-found') : refuse('holder-changed', { holder: now });
  }

  private async refusal(actor: Actor, { from, to }: HolderBody, at: Date): Promise<Refusal | null> {
    const own = [from, to].every((member) => member === null || member === actor.member);
    if (!own && !hasRight(ACTS['give-work'], actor.roles)) return refuse('not-allowed');
    if (to === null || to === actor.member) return null;
    const member = (await this.deps.directory.view()).member(actor.agency, to);
    const may = member !== null && isMemberAt(member, at) && hasRight(ACTS['take-work'], member.roles);
    return may ? null : NOT_THEIRS;
  }

  private common(actor: Actor, { from, to }: HolderBody, at: Date): Omit<HolderWrite, 'of' | 'records'> {
    return { actor, from, to, at };
  }

  private context(actor: Actor, at: Date): { at: Date; randomness: Randomness; parties: string[] } {
    return { at, randomness: this.deps.randomness, parties: [actor.agency] };
  }
}
