import type { RequestState, SessionKind } from '@lateral/contracts';

const EN = {
  service: 'Lateral', skip: 'Skip to main content', otherLanguage: 'Cymraeg', wait: 'Please wait', problem: 'There is a problem', back: 'Back to requests', requests: 'Requests', sessions: 'Where you are signed in',
  signInTitle: 'Sign in', signInHow: 'Choose your agency. You sign in with your agency\'s own account; Lateral keeps no password of yours.', noAgencies: 'No agency can sign in here yet.',
  joinTitle: 'Join your agency', joinHow: 'A custodian of your agency has given you an invitation code. It can be used once.', code: 'Invitation code', go: 'Continue',
  keysTitle: 'Make your passkey and your key', keysHow: 'First your device makes a passkey. Then this page makes a key of your own, which only you can unlock. Your device will ask for you twice.', makePasskey: 'Make my passkey', makeKey: 'Make my key',
  keysSecond: 'Your passkey is made. Now make your key: your device will ask for you once more.', passphraseNeeded: 'This passkey cannot unlock a key. Choose a passphrase of at least five different words as well.', passphrase: 'Passphrase',
  sheetTitle: 'Print your recovery sheet', sheetHow: 'If you lose your passkey, this code unlocks your key. Print it now and keep it where you keep your passport: it is shown only once.', sheetName: 'Lateral recovery sheet',
  sheetCode: 'Recovery code', agency: 'Agency', pseudonym: 'Your pseudonym', print: 'Print', printed: 'I have printed it', sheetKeep: 'Give this sheet to nobody. Nobody from Lateral or from your agency will ask for the code.',
  wordsTitle: 'Read these words to a custodian', wordsHow: 'A custodian will ring you or see you, and read the same six words. If one is different, stop and tell them.', fingerprint: 'Fingerprint of your key',
  waitTitle: 'Two custodians now sign you in', waitHow: 'When two custodians of your agency have signed, sign in again. Until then you can read nothing.', signInAgain: 'Sign in again',
  unlockTitle: 'Unlock', unlockHow: 'Your key is locked. One gesture unlocks it.', unlock: 'Unlock with my passkey', otherWays: 'Other ways to unlock', unlockCode: 'Recovery code', unlockCodeGo: 'Unlock with the code', unlockPhraseGo: 'Unlock with the passphrase', lockedNow: 'Your key is locked.',
  inboxTitle: 'Requests to your agency', inboxEmpty: 'No requests wait for you.', open: 'Open', from: 'From', due: 'Due', urgency: 'Urgency', reference: 'Reference', state: 'State', lock: 'Lock', unlocked: 'Your key is unlocked.',
  keyLogExact: 'The key log holds your agency\'s keys and no others.', keyLogWaiting: 'The newest keys of your agency are on their way into the key log.', keyLogAway: 'The key log could not be asked. You can work; it will be checked next time.',
  requestTitle: 'Request', verified: 'Signature, sender and address were checked before this was shown.', question: 'Question', people: 'People', born: 'born', reason: 'Reason for the referral', history: 'What is known', period: 'Period', reasons: 'Reasons for asking', signedBy: 'Signed by', sent: 'Sent', record: 'Record',
  mismatched: 'The record in clear says otherwise of some words than they are. Tell your data protection officer.', proven: 'proven', recorded: 'recorded', unwitnessed: 'not witnessed yet',
  thisSession: 'this one', started: 'Started', seen: 'Last used', end: 'End', endOthers: 'End all others', signOut: 'Sign out', ended: 'Ended.', kind: 'Kind',
  red: 'red', amber: 'amber', green: 'green',
  states: { open: 'open', acknowledged: 'collected', answered: 'answered', nothing_held: 'nothing held', refused: 'refused', redirected: 'redirected', withdrawn: 'withdrawn', expired: 'expired' } as Record<RequestState, string>,
  kinds: { person: 'person', machine: 'machine', 'one-time-code': 'one-time code', newcomer: 'newcomer' } as Record<SessionKind, string>,
};
export type Words = typeof EN;

const CY: Words = {
  service: 'Lateral', skip: 'Neidio i\'r prif gynnwys', otherLanguage: 'English', wait: 'Arhoswch', problem: 'Mae problem', back: 'Yn ôl at y ceisiadau', requests: 'Ceisiadau', sessions: 'Ble rydych wedi mewngofnodi',
  signInTitle: 'Mewngofnodi', signInHow: 'Dewiswch eich asiantaeth. Rydych yn mewngofnodi â chyfrif eich asiantaeth eich hun; nid yw Lateral yn cadw cyfrinair i chi.', noAgencies: 'Ni all unrhyw asiantaeth fewngofnodi yma eto.',
  joinTitle: 'Ymuno â\'ch asiantaeth', joinHow: 'Mae ceidwad eich asiantaeth wedi rhoi cod gwahoddiad i chi. Gellir ei ddefnyddio unwaith.', code: 'Cod gwahoddiad', go: 'Parhau',
  keysTitle: 'Gwneud eich cod mynediad a\'ch allwedd', keysHow: 'Yn gyntaf mae eich dyfais yn gwneud cod mynediad (passkey). Yna mae\'r dudalen hon yn gwneud allwedd i chi, na all neb ond chi ei datgloi. Bydd eich dyfais yn gofyn amdanoch ddwywaith.', makePasskey: 'Gwneud fy nghod mynediad', makeKey: 'Gwneud fy allwedd',
  keysSecond: 'Mae eich cod mynediad wedi\'i wneud. Nawr gwnewch eich allwedd: bydd eich dyfais yn gofyn amdanoch unwaith eto.', passphraseNeeded: 'Ni all y cod mynediad hwn ddatgloi allwedd. Dewiswch ymadrodd o bum gair gwahanol o leiaf hefyd.', passphrase: 'Ymadrodd cudd',
  sheetTitle: 'Argraffu eich taflen adfer', sheetHow: 'Os collwch eich cod mynediad, mae\'r cod hwn yn datgloi eich allwedd. Argraffwch ef nawr a\'i gadw gyda\'ch pasbort: dim ond unwaith y caiff ei ddangos.', sheetName: 'Taflen adfer Lateral',
  sheetCode: 'Cod adfer', agency: 'Asiantaeth', pseudonym: 'Eich ffugenw', print: 'Argraffu', printed: 'Rwyf wedi ei hargraffu', sheetKeep: 'Peidiwch â rhoi\'r daflen hon i neb. Ni fydd neb o Lateral nac o\'ch asiantaeth yn gofyn am y cod.',
  wordsTitle: 'Darllenwch y geiriau hyn i geidwad', wordsHow: 'Bydd ceidwad yn eich ffonio neu\'n eich gweld, ac yn darllen yr un chwe gair. Os yw un yn wahanol, stopiwch a dywedwch.', fingerprint: 'Ôl bys eich allwedd',
  waitTitle: 'Mae dau geidwad nawr yn llofnodi ar eich rhan', waitHow: 'Pan fydd dau o geidwaid eich asiantaeth wedi llofnodi, mewngofnodwch eto. Tan hynny ni allwch ddarllen dim.', signInAgain: 'Mewngofnodi eto',
  unlockTitle: 'Datgloi', unlockHow: 'Mae eich allwedd dan glo. Mae un ystum yn ei datgloi.', unlock: 'Datgloi â\'m cod mynediad', otherWays: 'Ffyrdd eraill o ddatgloi', unlockCode: 'Cod adfer', unlockCodeGo: 'Datgloi â\'r cod', unlockPhraseGo: 'Datgloi â\'r ymadrodd', lockedNow: 'Mae eich allwedd dan glo.',
  inboxTitle: 'Ceisiadau i\'ch asiantaeth', inboxEmpty: 'Nid oes cais yn aros amdanoch.', open: 'Agor', from: 'Oddi wrth', due: 'Erbyn', urgency: 'Brys', reference: 'Cyfeirnod', state: 'Cyflwr', lock: 'Cloi', unlocked: 'Mae eich allwedd wedi\'i datgloi.',
  keyLogExact: 'Mae\'r cofnod allweddi yn dal allweddi eich asiantaeth a dim rhai eraill.', keyLogWaiting: 'Mae allweddi diweddaraf eich asiantaeth ar eu ffordd i\'r cofnod allweddi.', keyLogAway: 'Ni ellid holi\'r cofnod allweddi. Gallwch weithio; caiff ei wirio y tro nesaf.',
  requestTitle: 'Cais', verified: 'Gwiriwyd y llofnod, yr anfonwr a\'r cyfeiriad cyn dangos hwn.', question: 'Cwestiwn', people: 'Pobl', born: 'ganwyd', reason: 'Rheswm dros yr atgyfeiriad', history: 'Yr hyn sy\'n hysbys', period: 'Cyfnod', reasons: 'Rhesymau dros ofyn', signedBy: 'Llofnodwyd gan', sent: 'Anfonwyd', record: 'Cofnod',
  mismatched: 'Mae\'r cofnod agored yn dweud yn wahanol am rai geiriau. Dywedwch wrth eich swyddog diogelu data.', proven: 'wedi\'i brofi', recorded: 'wedi\'i gofnodi', unwitnessed: 'heb dyst eto',
  thisSession: 'hon', started: 'Dechreuwyd', seen: 'Defnyddiwyd ddiwethaf', end: 'Gorffen', endOthers: 'Gorffen pob un arall', signOut: 'Allgofnodi', ended: 'Wedi gorffen.', kind: 'Math',
  red: 'coch', amber: 'oren', green: 'gwyrdd',
  states: { open: 'agored', acknowledged: 'wedi\'i gasglu', answered: 'wedi\'i ateb', nothing_held: 'dim yn cael ei ddal', refused: 'wedi\'i wrthod', redirected: 'wedi\'i ailgyfeirio', withdrawn: 'wedi\'i dynnu\'n ôl', expired: 'wedi dod i ben' },
  kinds: { person: 'person', machine: 'peiriant', 'one-time-code': 'cod untro', newcomer: 'newydd-ddyfodiad' },
};

export const WORDS = { en: EN, cy: CY } as const;
export type Language = keyof typeof WORDS;

const FAULTS: Record<string, readonly [string, string]> = {
  'away': ['The hub cannot be reached. Try again in a minute.', 'Ni ellir cyrraedd y canolbwynt. Rhowch gynnig arall mewn munud.'],
  'unauthenticated': ['Your session has ended. Sign in again.', 'Mae eich sesiwn wedi dod i ben. Mewngofnodwch eto.'],
  'called-off': ['Your device did not confirm that it is you. Try again.', 'Ni chadarnhaodd eich dyfais mai chi ydyw. Rhowch gynnig arall.'],
  'code-refused': ['This code is not good: it is mistyped, used or too old.', 'Nid yw\'r cod hwn yn dda: mae wedi\'i gamdeipio, ei ddefnyddio neu\'n rhy hen.'],
  'wrong-secret': ['That does not unlock your key. Check every letter.', 'Nid yw hynny\'n datgloi eich allwedd. Gwiriwch bob llythyren.'],
  'weak-secret': ['Choose at least five different words of three letters or more.', 'Dewiswch o leiaf bum gair gwahanol o dair llythyren neu fwy.'],
  'passkey-cannot-unlock': ['This passkey cannot unlock your key. Use your passphrase or your recovery code.', 'Ni all y cod mynediad hwn ddatgloi eich allwedd. Defnyddiwch eich ymadrodd neu\'ch cod adfer.'],
  'no-such-method': ['Your key was not locked with that. Use another way.', 'Ni chlowyd eich allwedd â hynny. Defnyddiwch ffordd arall.'],
  'no-team-copy': ['Two custodians have not signed for your key yet.', 'Nid yw dau geidwad wedi llofnodi dros eich allwedd eto.'],
  'provider-away': ['Your agency\'s sign-in cannot be reached. Try again, or ask a custodian for a one-time code.', 'Ni ellir cyrraedd mewngofnodi eich asiantaeth. Rhowch gynnig arall, neu gofynnwch i geidwad am god untro.'],
  'start-again': ['Sign in again from the beginning.', 'Mewngofnodwch eto o\'r dechrau.'],
  'refused': ['Your agency\'s sign-in was refused. Start again.', 'Gwrthodwyd mewngofnodi eich asiantaeth. Dechreuwch eto.'],
  'marks-spoilt': ['What this device remembers of the directory is damaged. Stop, and tell a custodian.', 'Mae\'r hyn y mae\'r ddyfais hon yn ei gofio o\'r cyfeiriadur wedi\'i ddifrodi. Stopiwch, a dywedwch wrth geidwad.'],
};
const ALARM = ['What the hub showed does not hold together, so nothing was opened. Stop, and tell a custodian this word:', 'Nid yw\'r hyn a ddangosodd y canolbwynt yn gyson, felly ni agorwyd dim. Stopiwch, a dywedwch y gair hwn wrth geidwad:'] as const;

const GENERAL = ['That did not work. Try again; if it goes on, tell whoever helps you this word:', 'Ni weithiodd hynny. Rhowch gynnig arall; os yw\'n parhau, dywedwch y gair hwn wrth bwy bynnag sy\'n eich helpu:'] as const;

/** What went wrong, in words; a code that has none is said as it is, for whoever helps. `alarm`: something that was shown was checked here and does not hold. */
export function faultIn(language: Language, code: string, alarm = false): string {
  const side = language === 'en' ? 0 : 1;
  return FAULTS[code]?.[side] ?? `${(alarm ? ALARM : GENERAL)[side]} ${code}`;
}
