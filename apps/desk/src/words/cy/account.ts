import type { Translated } from '../wording.js';
import type { account as english } from '../en/account.js';

export const account: Translated<typeof english> = {
  title: 'Eich cyfrif',
  name: { title: 'Eich enw', how: 'Yr hyn y mae eich tîm yn ei weld yn lle eich ffugenw. Mae wedi’i selio i’ch tîm: nid oes neb arall yn ei ddarllen, ac ni all Lateral ei hun.', label: 'Enw', save: 'Cadw fy enw', needed: 'Rhowch eich enw', saved: 'Mae eich enw wedi’i gadw.', pseudonym: 'Eich ffugenw', roles: 'Eich rolau', agency: 'Asiantaeth' },
  sessions: { title: 'Ble rydych wedi mewngofnodi', kind: 'Math', started: 'Dechreuwyd', seen: 'Defnyddiwyd ddiwethaf', here: 'Yr un hon', end: 'Gorffen', endWhich: 'y sesiwn a ddechreuodd {{time}}', endOthers: 'Gorffen pob un arall', ended: 'Wedi gorffen.' },
  kinds: { 'person': 'Unigolyn', 'machine': 'Peiriant', 'one-time-code': 'Cod untro', 'newcomer': 'Newydd-ddyfodiad' },
  passkeys: { title: 'Eich allweddi mynediad', made: 'Gwnaed', used: 'Defnyddiwyd ddiwethaf', never: 'Erioed', disable: 'Analluogi', disableWhich: 'yr allwedd mynediad a wnaed {{time}}', off: 'Wedi’i hanalluogi', disabled: 'Mae’r allwedd mynediad wedi’i hanalluogi.' },
  signOut: 'Allgofnodi',
};
