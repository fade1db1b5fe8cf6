import type { Translated } from '../wording.js';
import type { account as english } from '../en/account.js';

export const account: Translated<typeof english> = {
  title: 'Eich cyfrif',
  name: { title: 'Eich enw', how: 'Yr hyn y mae eich tîm yn ei weld yn lle eich ffugenw. Mae wedi’i selio i’ch tîm: nid oes neb arall yn ei ddarllen, ac ni all Lateral ei hun.', label: 'Enw', save: 'Cadw fy enw', needed: 'Rhowch eich enw', saved: 'Mae eich enw wedi’i gadw.', pseudonym: 'Eich ffugenw', roles: 'Eich rolau', agency: 'Asiantaeth' },
  sessions: { title: 'Ble rydych wedi mewngofnodi', kind: 'Math', started: 'Dechreuwyd', seen: 'Defnyddiwyd ddiwethaf', here: 'Yr un hon', end: 'Gorffen', endWhich: 'y sesiwn a ddechreuodd {{time}}', endOthers: 'Gorffen pob un arall', ended: 'Wedi gorffen.' },
  kinds: { 'person': 'Unigolyn', 'machine': 'Peiriant', 'one-time-code': 'Cod untro', 'newcomer': 'Newydd-ddyfodiad' },
  passkeys: { title: 'Eich allweddi mynediad', made: 'Gwnaed', used: 'Defnyddiwyd ddiwethaf', never: 'Erioed', disable: 'Analluogi', disableWhich: 'yr allwedd mynediad a wnaed {{time}}', off: 'Wedi’i hanalluogi', disabled: 'Mae’r allwedd mynediad wedi’i hanalluogi.' },
  ways: {
    title: 'Ffyrdd o ddatgloi eich allwedd', passkeyHow: 'Gydag allwedd mynediad ar y cyfrifiadur hwn mae un cyffyrddiad yn datgloi eich allwedd. Bydd eich dyfais yn gofyn amdanoch ddwywaith: yn gyntaf ar gyfer yr allwedd mynediad, yna i gloi eich allwedd â hi.', passkey: 'Gwneud allwedd mynediad ar y cyfrifiadur hwn',
    sheetHow: 'Os yw eich taflen adfer ar goll, neu os gallai rhywun fod wedi’i gweld, argraffwch un newydd. Ni fydd yr hen god yn dda mwyach pan gedwir yr un newydd.', sheet: 'Gwneud taflen adfer newydd', busy: 'Efallai fod eich dyfais yn gofyn amdanoch.',
    unlocksNothing: 'Mae’r allwedd mynediad wedi’i gwneud. Mae’n dangos mai chi ydyw, ond ni all y math hwn o allwedd mynediad ddatgloi allwedd: defnyddiwch eich cyfrinymadrodd neu’ch taflen adfer ar gyfer hynny.', added: 'Mae eich allwedd mynediad wedi’i gwneud. Y tro nesaf bydd un cyffyrddiad yn datgloi eich allwedd.',
    atProvider: 'Cadarnhau drwy system fewngofnodi eich asiantaeth yn lle hynny', hold: 'Datglowch eich allwedd unwaith eto, fel y gellir ei chloi mewn ffordd arall hefyd.', holdPasskey: 'Datgloi ag allwedd mynediad sydd gennyf', holdGo: 'Parhau â’r cyfrinymadrodd', holdCodeGo: 'Parhau â’r cod',
  },
  sheet: { title: 'Defnyddio’r daflen newydd', how: 'Mae’r daflen newydd gennych ar bapur. O hyn ymlaen ei chod hi sy’n datgloi eich allwedd, ac nid cod yr hen daflen. Efallai y bydd eich dyfais yn gofyn i chi gadarnhau. Yna dinistriwch yr hen daflen.', keep: 'Defnyddio’r daflen newydd o hyn ymlaen', leave: 'Gadael yr hen daflen yn dda', kept: 'Mae’r daflen newydd yn dda. Dinistriwch yr hen un.' },
  offer: { title: 'Ffordd haws', text: 'Gwnewch allwedd mynediad ar y cyfrifiadur hwn: y tro nesaf bydd un cyffyrddiad yn datgloi.', make: 'Gwneud allwedd mynediad', notNow: 'Nid nawr', account: 'Gallwch ei wneud ar dudalen eich cyfrif.' },
  signOut: 'Allgofnodi',
};
