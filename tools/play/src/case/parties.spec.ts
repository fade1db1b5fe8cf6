import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Case } from './case.js';
import { answeringParty, askingParty, standingOf } from './parties.js';

const played = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../config/demo/case.json'), 'utf8')) as Case;
const request = played.requests[0]!;

describe('the two sides of a case', () => {
  it('are as the file has them', () => {
    expect(askingParty({ ...played, nation: 'W' }, request, 'a')).toEqual({ agency: 'a', type: 'LA_CSC', nation: 'W', publicAuthority: true, competentAuthority: false, commissionedProvider: false });
    expect(answeringParty(request, 'b')).toEqual({ agency: 'b', type: 'POLICE', nation: 'E', publicAuthority: true, competentAuthority: true, commissionedProvider: false });
  });

  it('a force that asks is a competent authority, a charity no public one', () => {
    const asked = { ...request, requester: { ...request.requester, agency_type: 'POLICE' as const } };
    expect(askingParty(played, asked, 'a')).toMatchObject({ type: 'POLICE', publicAuthority: true, competentAuthority: true });
    expect([standingOf({ requests: [] }, 'BTP'), standingOf({ requests: [] }, 'IDVA')]).toEqual([
      { publicAuthority: true, competentAuthority: true, commissionedProvider: false }, { publicAuthority: false, competentAuthority: false, commissionedProvider: true },
    ]);
  });

  it('what the case says of a kind of body goes before what is usual', () => {
    const unusual = { ...request, agency_type: 'TS' as const, responder: { ...request.responder, public_authority: true, competent_authority: false } };
    expect(standingOf({ requests: [unusual] }, 'TS')).toEqual({ publicAuthority: true, competentAuthority: false, commissionedProvider: false });
  });
});
