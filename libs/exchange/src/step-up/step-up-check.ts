import { STEP_UP_MS, type StepUpAction } from '@lateral/domain/access';
import { refuse, type Refusal } from '../result.js';
import type { Clock, SessionStanding, SessionStore, StepUpStore } from '../ports/index.js';

/** Sessions that show who they are at every act or reach too little to matter: a machine signs with a key of the roster, a one-time code opens red checks only. */
const EXEMPT: readonly SessionStanding['kind'][] = ['machine', 'one-time-code'];

/** Whether a session may do an act of this kind to these objects, or its person must first show again that it is they. */
export class StepUpCheck {
  constructor(private readonly deps: { clock: Clock; sessions: Pick<SessionStore, 'find'>; stepUps: StepUpStore }) {}

  exempts({ kind }: SessionStanding): boolean {
    return EXEMPT.includes(kind);
  }

  /** null where the act may go on. Fails closed: an act on no object at all is covered by no gesture. */
  async refusal(session: SessionStanding, action: StepUpAction, objects: readonly string[]): Promise<Refusal | null> {
    if (this.exempts(session)) return null;
    const { clock, sessions, stepUps } = this.deps;
    const at = await clock.now();
    const grants = await stepUps.granted(session.id, action, oldestGrant(at));
    if (!covers(grants, objects, at)) return refuse('step-up-needed', { stepUp: { action, objects: [...objects] } });
    // A gesture changes the token before it is granted. Who came through the door with the one before, and waited, was let in by what is worth nothing now.
    return (await sessions.find(session.tokenHash, at))?.id === session.id ? null : refuse('unauthenticated');
  }
}

/** Whether each object is in a grant that is good at `at`: up to and including five minutes after it was given. */
export function covers(grants: readonly { objects: readonly string[]; grantedAt: Date }[], objects: readonly string[], at: Date): boolean {
  const good = grants.filter(({ grantedAt }) => grantedAt.getTime() >= oldestGrant(at).getTime());
  return objects.length > 0 && objects.every((object) => good.some((grant) => grant.objects.includes(object)));
}

function oldestGrant(at: Date): Date {
  return new Date(at.getTime() - STEP_UP_MS);
}
