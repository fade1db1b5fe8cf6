import { describe, expect, it } from 'vitest';
import type { CheckView, EnvelopeView, RequestView } from '@lateral/contracts';
import { HubProblem } from '../hub/hub.js';
import type { Member } from '../keeper/keeper-deps.js';
import { waitingEnvelopes } from './waiting-envelopes.js';

const envelope = (id: string, createdAt: string, change: Partial<EnvelopeView> = {}): EnvelopeView => ({ id, type: 'request', from: 'csc', to: 'school', createdAt, collectedAt: null, supersededBy: null, erasedAt: null, ...change });
const request = (id: string, envelopes: EnvelopeView[], state: RequestView['state'] = 'open'): RequestView => ({ id, envelopes, state }) as unknown as RequestView;
const answer = (id: string, createdAt: string): EnvelopeView => envelope(id, createdAt, { type: 'response', from: 'police' });
const me = (...roles: Member['roles']): Member => ({ agency: 'csc', member: 'u', roles }) as unknown as Member;
const away = (): Promise<never> => Promise.reject(new HubProblem(0, 'away'));

const INBOX = [request('r-1', [envelope('late', '3'), envelope('reply', '4')]), request('r-2', [envelope('early', '1')]), request('r-3', [envelope('done', '0')], 'answered')];
const CHECKS = [{ decision: null, requests: [request('x', [envelope('asked', '1'), answer('answer', '2'), { ...answer('older', '1'), supersededBy: 'answer' }])] }, { decision: envelope('d', '9'), requests: [request('y', [answer('decided', '1')])] }] as unknown as CheckView[];
const hub = { inbox: async () => ({ items: INBOX, next: null }), checks: async () => ({ items: CHECKS, next: null }), check: async () => CHECKS[0]!, request: async () => INBOX[0]! };

describe('what the gesture that unlocks may open', () => {
  it('is what waits for somebody, oldest first, by their roles', async () => {
    expect(await waitingEnvelopes(hub, me('responder'), '/account')).toEqual(['early', 'late']);
    expect(await waitingEnvelopes(hub, me('senior_practitioner'), '/checks')).toEqual(['answer']);
    expect(await waitingEnvelopes(hub, me('team_manager'), '/checks/new/people')).toEqual(['early', 'answer', 'late']);
    expect(await waitingEnvelopes(hub, me('custodian'), '/agency/keys')).toEqual([]);
  });

  it('begins with what the page at this address shows', async () => {
    expect(await waitingEnvelopes(hub, me('responder'), '/inbox/r-1')).toEqual(['late', 'reply', 'early']);
    expect(await waitingEnvelopes(hub, me('practitioner'), '/checks/LC-1/answers/x')).toEqual(['asked', 'answer']);
  });

  it('is nothing where the hub is away, and no more than one gesture may name', async () => {
    expect(await waitingEnvelopes({ inbox: away, checks: away, check: away, request: away }, me('team_manager'), '/inbox/r')).toEqual([]);
    const many = { ...hub, inbox: async () => ({ items: Array.from({ length: 30 }, (_, each) => request(`r-${each}`, [envelope(`e-${each}`, String(each).padStart(2, '0'))])), next: null }) };
    expect(await waitingEnvelopes(many, me('responder'), '/')).toHaveLength(20);
  });
});
