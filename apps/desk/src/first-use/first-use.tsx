import { useState, type ReactElement } from 'react';
import { useDesk, useStanding } from '../frame/desk.js';
import type { NewKey } from '../keeper/keeper.js';
import type { Member } from '../keeper/keeper-deps.js';
import { CodeWithoutKey } from './code-without-key.js';
import { FingerprintWords } from './fingerprint-words.js';
import { Join } from './join.js';
import { MakeKey } from './make-key.js';
import { MakePasskey } from './make-passkey.js';
import { RecoverySheet } from './recovery-sheet.js';
import { SheetProof } from './sheet-proof.js';
import { Unsigned } from './unsigned.js';
import { WaitForCustodians } from './wait.js';

/** How far somebody has come on their first day. A passkey is made by then, or the key, whose code is on a sheet. */
type Step = { at: 'begin' } | { at: 'key'; prf: boolean } | { at: 'sheet' | 'proof' | 'words' | 'wait'; made: NewKey };

/** `/set-up`: invitation, passkey, key, sheet, words; then two custodians sign, elsewhere. What the hub knows of it says where to begin. */
export function FirstUse(): ReactElement | null {
  const standing = useStanding();
  const { keeper } = useDesk();
  const [step, setStep] = useState<Step>({ at: 'begin' });
  if (standing.phase === 'newcomer') return <Join />;
  if (standing.phase === 'unsigned') return <Unsigned me={standing.me} />;
  if (standing.phase !== 'keyless') return null;
  const { me } = standing;
  if (me.session.kind === 'one-time-code') return <CodeWithoutKey />;
  if (step.at === 'begin') return <Begin me={me} onPasskey={(prf) => { setStep({ at: 'key', prf }); }} onMade={(made) => { setStep({ at: 'sheet', made }); }} />;
  if (step.at === 'key') return <MakeKey me={me} prf={step.prf} onMade={(made) => { setStep({ at: 'sheet', made }); }} />;
  const { made } = step;
  if (step.at === 'wait') return <WaitForCustodians agency={me.agency} compared={made} />;
  if (step.at === 'sheet') return <RecoverySheet me={me} made={made} onPrinted={() => { setStep({ at: 'proof', made }); }} />;
  if (step.at === 'proof') return <SheetProof code={made.recoveryCode} onBack={() => { setStep({ at: 'sheet', made }); }} onProven={() => { setStep({ at: 'words', made: { ...made, recoveryCode: '' } }); }} />;
  return <FingerprintWords made={made} onRead={() => { keeper.lock(); setStep({ at: 'wait', made }); }} />;
}

/** Who has a passkey already goes on with their key: whether it unlocks one is found out when it is used. */
function Begin({ me, onPasskey, onMade }: { me: Member; onPasskey: (prf: boolean) => void; onMade: (made: NewKey) => void }): ReactElement {
  return me.passkeys > 0 ? <MakeKey me={me} prf onMade={onMade} /> : <MakePasskey me={me} onPasskey={onPasskey} />;
}
