import type { Translated } from '../wording.js';
import type { unlock as english } from '../en/unlock.js';

export const unlock: Translated<typeof english> = {
  title: 'Datgloi',
  how: 'Mae eich allwedd dan glo. Mae un ystum yn ei datgloi.',
  howWords: 'Mae eich allwedd dan glo. Eich cyfrinymadrodd sy’n ei datgloi, neu’r cod ar eich taflen adfer.',
  byCode: 'Daethoch i mewn â chod untro, felly gwiriadau coch yn unig sydd o fewn eich cyrraedd. Datglowch eich allwedd eich hun: mae hi wedyn yn dangos mai chi ydyw.',
  byItself: 'Clodd Lateral am nad oedd neb yn ei ddefnyddio. Mae’r hyn a ysgrifennoch wedi’i gadw, wedi’i amgryptio.',
  passkey: 'Datgloi â’m hallwedd mynediad',
  opening: 'Wrthi’n agor eich allwedd. Gall hyn gymryd 3 eiliad ar gyfrifiaduron hŷn.',
  otherWays: 'Ffyrdd eraill o ddatgloi',
  passphrase: 'Cyfrinymadrodd',
  passphraseGo: 'Datgloi â’r cyfrinymadrodd',
  code: 'Cod adfer',
  codeHint: 'Mae ar eich taflen adfer: wyth grŵp o bedair llythyren a rhif.',
  codeGo: 'Datgloi â’r cod',
  neither: 'Os nad oes gennych yr un o’r rhain, gofynnwch i geidwad eich asiantaeth adael i chi ddechrau eto. Mae’n gweithio ar unrhyw gyfrifiadur.',
  signOut: 'Allgofnodi',
  unlocked: 'Mae eich allwedd wedi’i datgloi.',
  exact: 'Mae’r cofnod allweddi yn dal allweddi eich asiantaeth a dim rhai eraill.',
  waiting: 'Mae allweddi diweddaraf eich asiantaeth ar eu ffordd i’r cofnod allweddi.',
  away: 'Ni ellid holi’r cofnod allweddi. Gallwch weithio; caiff ei wirio y tro nesaf.',
  overdue: 'Mae rhestr bobl ddiweddaraf eich asiantaeth ar goll o’r cofnod allweddi ers mwy na diwrnod. Dim ond gwiriadau coch y gellir eu hanfon. Ffoniwch geidwad.',
  silent: 'Ni ellid holi’r cofnod allweddi ers mwy na thri diwrnod. Dim ond gwiriadau coch y gellir eu hanfon. Ffoniwch geidwad.',
  show: 'Dangos', hide: 'Cuddio', showLabel: 'Dangos yr hyn a deipioch', hideLabel: 'Cuddio’r hyn a deipioch', shown: 'Mae’r hyn a deipioch i’w weld', hidden: 'Mae’r hyn a deipioch wedi’i guddio',
};
