import type { AgencyType } from '@lateral/domain';
import type { Party } from '@lateral/domain/justification';
import type { Case, CaseRequest } from './case.js';

type Standing = Pick<Party, 'publicAuthority' | 'competentAuthority' | 'commissionedProvider'>;

/** What kinds of body are as a rule, for one that asks and of which the case says nothing: it describes those that are asked only. */
const COMPETENT: readonly AgencyType[] = ['POLICE', 'BTP', 'PROB', 'PRISON'];
const NOT_PUBLIC: readonly AgencyType[] = ['RSL', 'IDVA', 'SUBST', 'TS'];
const COMMISSIONED: readonly AgencyType[] = ['IDVA', 'SUBST'];

/** The standing of a body that asks: as the case has it of one of its kind that is asked, else as bodies of that kind have it. */
export function standingOf({ requests }: Pick<Case, 'requests'>, type: AgencyType): Standing {
  const asked = requests.find(({ agency_type }) => agency_type === type);
  if (asked !== undefined) return standingOfAsked(asked);
  return { publicAuthority: !NOT_PUBLIC.includes(type), competentAuthority: COMPETENT.includes(type), commissionedProvider: COMMISSIONED.includes(type) };
}

export function standingOfAsked({ responder }: CaseRequest): Standing {
  return { publicAuthority: responder.public_authority, competentAuthority: responder.competent_authority, commissionedProvider: responder.commissioned_provider };
}

/** The side of a case that asks. It is of the case's nation. */
export function askingParty(played: Pick<Case, 'requests' | 'nation'>, { requester: { agency_type } }: CaseRequest, agency: string): Party {
  return { agency, type: agency_type, nation: played.nation, ...standingOf(played, agency_type) };
}

export function answeringParty(request: CaseRequest, agency: string): Party {
  return { agency, type: request.agency_type, nation: request.responder.nation, ...standingOfAsked(request) };
}
