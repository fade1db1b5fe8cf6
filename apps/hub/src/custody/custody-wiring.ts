import type { Provider } from '@nestjs/common';
import { BringKey, CosignRoster, InviteMember, ListJoiners, LockKey, ProposeRoster, RecoveryKits, RedeemInvitation, StartAgain } from '@lateral/exchange';
import type { HubParts } from '../hub-parts.js';
import { JoinersController } from '../joiners/joiners.controller.js';
import { LockedKeysController } from '../locked-keys/locked-keys.controller.js';
import { CUSTODY_STORE, LOCKED_KEY_STORE, ROSTER_STORE } from '../ports.js';
import { RostersController } from '../rosters/rosters.controller.js';
import { Sha256TokenHash } from '../sign-in/token-hash.js';
import { CustodyController } from './custody.controller.js';

export const CUSTODY_CONTROLLERS = [CustodyController, JoinersController, LockedKeysController, RostersController];

export function custodyProviders({ clock, randomness, directory, checks, keys: { lockedKeys, custody, invitations, rosters, judge, copies } }: HubParts): Provider[] {
  const joining = { clock, randomness, directory, invitations, tokens: new Sha256TokenHash() };
  const publishing = { clock, randomness, directory, rosters, judge, copies };
  const acts = [
    new InviteMember(joining), new RedeemInvitation(joining), new StartAgain({ ...joining, checks }), new BringKey({ invitations }), new ListJoiners({ clock, invitations }), new LockKey({ clock, randomness, lockedKeys }),
    new ProposeRoster(publishing), new CosignRoster(publishing), new RecoveryKits({ clock, randomness, directory, custody }),
  ];
  return [
    ...acts.map((act) => ({ provide: act.constructor, useValue: act })),
    { provide: CUSTODY_STORE, useValue: custody }, { provide: LOCKED_KEY_STORE, useValue: lockedKeys }, { provide: ROSTER_STORE, useValue: rosters },
  ];
}
