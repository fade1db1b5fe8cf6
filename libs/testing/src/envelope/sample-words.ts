import type { MessageBody, Narrative } from '@lateral/envelope';

export const REQUEST_BODY: MessageBody = {
  type: 'request', language: 'en',
  people: [{ id: 'p1', name: 'Siân Dŵr-Ŷd', roles: ['child'], dob: '2019-03-02', addresses: [{ line: '2 Tŷ Gwyn', town: 'Aber', status: 'current', confidential: true }] }],
  relationships: [], referralReason: 'A bruise that nobody has explained.', serviceHistory: 'None known.', question: 'Have you been to this address since August?',
  period: { from: '2026-08-01', to: '2026-11-20', reason: null }, scope: [{ person: 'p1', role: 'child', why: 'subject of the referral' }],
};

export const RESPONSE_BODY: MessageBody = {
  type: 'response', language: 'cy', responseType: 'KNOWN_RELEVANT', namesSearched: ['Siân Dŵr-Ŷd', 'Sian Dwr'],
  items: [{ id: 'i1', about: 'p1', nature: 'fact', text: 'Galwad i’r tŷ ar 4 Medi.', source: 'incident log', relevance: 'It answers the question.', handling: 'may_not_tell_family', eventDate: '2026-09-04' }],
  systemsSearched: [{ system: 'incident log', terms: 'name, address', searchedAt: '2026-11-20T10:20Z', searchedBy: 'desk officer' }],
};

/** Reasons that a careful person wrote: long enough for every rule, in no one else's words. */
export const NARRATIVE: Narrative = {
  language: 'en',
  necessity: 'Only they know whether the address has been visited since August, and without that the threshold cannot be decided.',
  proportionality: 'One address and four months are asked about; nothing is asked about the wider family.',
  harmOfNotSharing: 'A child may be left where she is hurt.',
  lessIntrusive: 'Asking the family first would warn whoever caused the bruise.',
};
