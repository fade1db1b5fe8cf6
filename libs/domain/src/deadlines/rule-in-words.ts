import { AGENCY_TYPES } from '../codes.js';
import type { BothLanguages } from '../justification/judgement.js';
import type { Hours } from './policy.js';

/** The rule that gave a due time, read from its code (`dueAt` says how that is made): its words, and which policy it is of. */
export interface RuleRead { policy: string; words: BothLanguages }

const CODE = /^(?<policy>[^:]+):(?<urgency>red|amber|green):(?<value>\d+(?:\.\d+)?)h-(?<clock>calendar|working)(?::(?<hoursOf>\w+)-hours)?(?::(?<weekOf>\w+)-week)?(?<receipt>:from-receipt)?(?<paused>:paused)?$/u;
const OWNERS = { partnership: ['the partnership', 'y bartneriaeth'], agency: ['this agency', 'yr asiantaeth hon'], kind: ['this kind of agency', 'y math hwn o asiantaeth'] } as const;

/** "2 working hours from when it was sent, in the week of this kind of agency"; null for a code that says no such thing, as of a due time that was moved. */
export function ruleInWords(code: string): RuleRead | null {
  const { policy, value, clock, hoursOf, weekOf, receipt, paused } = CODE.exec(code)?.groups ?? {};
  if (policy === undefined || value === undefined || !isClock(clock) || !isOwner(hoursOf) || !isOwner(weekOf)) return null;
  const isOne = Number(value) === 1;
  const own = hoursOf === undefined ? ['', ''] : [`, as set for ${ownerOf(hoursOf)[0]},`, `, fel y pennwyd ar gyfer ${ownerOf(hoursOf)[1]},`];
  const counted = clock === 'working' ? [`, in the week of ${ownerOf(weekOf)[0]} without bank holidays`, `, yn ôl wythnos waith ${ownerOf(weekOf)[1]} heb wyliau banc`] : [', day and night', ', ddydd a nos'];
  const start = receipt === undefined ? ['from when it was sent', 'o’r adeg yr anfonwyd y cais'] : ['from when the referral was received', 'o’r adeg y daeth yr atgyfeiriad i law'];
  const left = paused === undefined ? ['', ''] : [', with pauses left out', ', gan hepgor seibiannau'];
  return {
    policy,
    words: {
      en: `${value} ${clock === 'working' ? 'working ' : ''}${isOne ? 'hour' : 'hours'}${own[0]} ${start[0]}${counted[0]}${left[0]}`,
      cy: `${value} awr${clock === 'working' ? ' waith' : ''}${own[1]} ${start[1]}${counted[1]}${left[1]}`,
    },
  };
}

function isClock(clock: string | undefined): clock is Hours['clock'] {
  return clock === 'working' || clock === 'calendar';
}

function isOwner(of: string | undefined): boolean {
  return of === undefined || of === 'agency' || of === 'partnership' || (AGENCY_TYPES as readonly string[]).includes(of);
}

function ownerOf(of: string | undefined): readonly [string, string] {
  return of === undefined || of === 'partnership' ? OWNERS.partnership : of === 'agency' ? OWNERS.agency : OWNERS.kind;
}
