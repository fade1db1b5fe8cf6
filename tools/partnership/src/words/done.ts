import type { Phrase } from './language.js';

/** What was done, and what comes next. */
export const DONE = {
  'root-made': { en: 'The root of {partnership} is made and locked. Its fingerprint, for the data sharing agreement:', cy: 'Mae gwreiddyn {partnership} wedi\'i wneud a\'i gloi. Ei ôl bys, ar gyfer y cytundeb rhannu data:' },
  'next-root-made': { en: 'The next root of {partnership} is made and locked. Sign to announce it. Its fingerprint:', cy: 'Mae gwreiddyn nesaf {partnership} wedi\'i wneud a\'i gloi. Llofnodwch i\'w gyhoeddi. Ei ôl bys:' },
  'aloud': { en: 'Read aloud:', cy: 'I\'w ddarllen yn uchel:' },
  'sheets-in': { en: 'The sheets are files in {folder}. Print each, hand each to one person, and destroy the files.', cy: 'Ffeiliau yn {folder} yw\'r taflenni. Argraffwch bob un, rhowch bob un i un person, a dinistriwch y ffeiliau.' },
  'certified': { en: '{agency} is certified until {until}. Sign to publish it.', cy: 'Mae {agency} wedi\'i hardystio hyd {until}. Llofnodwch i\'w chyhoeddi.' },
  'removed': { en: '{agency} is out of the draft. Sign to publish that; until then everyone still sees the agency.', cy: 'Mae {agency} allan o\'r drafft. Llofnodwch i gyhoeddi hynny; tan hynny mae pawb yn dal i weld yr asiantaeth.' },
  'revoked': { en: 'The key of {agency} is out of the draft and is never certified again ({reason}). Sign now, and register the file at once.', cy: 'Mae allwedd {agency} allan o\'r drafft ac ni chaiff byth ei hardystio eto ({reason}). Llofnodwch nawr, a chofrestrwch y ffeil ar unwaith.' },
  'signed': { en: 'Version {version} is signed and stands until {until}. For the operator of the hub: {file}', cy: 'Mae fersiwn {version} wedi\'i llofnodi ac yn sefyll hyd {until}. I weithredwr yr hwb: {file}' },
  'rotated': { en: 'The root is replaced. The new fingerprint, for the agreement and for every client:', cy: 'Mae\'r gwreiddyn wedi\'i ddisodli. Yr ôl bys newydd, ar gyfer y cytundeb a phob cleient:' },
  'old-root-revoked': { en: 'The old root is revoked. Give this to every client and publish it: {file}', cy: 'Mae\'r hen wreiddyn wedi\'i ddirymu. Rhowch hwn i bob cleient a chyhoeddwch ef: {file}' },
  'agency-made': { en: 'The key of {agency} is made. Its fingerprint, to be told to the keepers of the root by telephone:', cy: 'Mae allwedd {agency} wedi\'i gwneud. Ei hôl bys, i\'w ddweud wrth geidwaid y gwreiddyn dros y ffôn:' },
  'custodian': { en: 'Custodian {nth} is {member}; their locked key: {file}', cy: 'Ceidwad {nth} yw {member}; ei allwedd dan glo: {file}' },
  'send': { en: 'Take to the keepers of the root: {request} and {part}. The hub keeps {kit}; nothing in these files opens anything.', cy: 'Ewch â\'r rhain at geidwaid y gwreiddyn: {request} a {part}. Mae\'r hwb yn cadw {kit}; nid yw dim yn y ffeiliau hyn yn agor dim.' },
  'changes': { en: 'What changes with version {version}:', cy: 'Yr hyn sy\'n newid gyda fersiwn {version}:' },
  'change-added': { en: '+ {agency}, key {primary}', cy: '+ {agency}, allwedd {primary}' },
  'change-removed': { en: '- {agency}', cy: '- {agency}' },
  'change-key': { en: '! {agency} has another key: {primary}', cy: '! mae gan {agency} allwedd arall: {primary}' },
  'change-words': { en: '~ {agency}: what is said of it changed', cy: '~ {agency}: newidiwyd yr hyn a ddywedir amdani' },
  'change-root': { en: '! the next root is announced: {fingerprint}', cy: '! cyhoeddir y gwreiddyn nesaf: {fingerprint}' },
  'change-none': { en: '  the list of agencies stays as it is', cy: '  mae rhestr yr asiantaethau yn aros fel y mae' },
} as const satisfies Record<string, Phrase>;
