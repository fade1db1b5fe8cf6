import type { Translated } from '../wording.js';
import type { firstUse as english } from '../en/first-use.js';

export const firstUse: Translated<typeof english> = {
  start: { title: 'Dechrau defnyddio Lateral', how: 'Byddwch yn paratoi dau beth: allwedd mynediad i agor Lateral ar unrhyw gyfrifiadur a ddefnyddiwch, a thaflen adfer. Mae’n cymryd tua 3 munud.', notMe: 'Nid fi yw hwn' },
  join: { title: 'Ymuno â’ch asiantaeth', how: 'Mae ceidwad eich asiantaeth wedi rhoi cod gwahoddiad i chi. Gellir ei ddefnyddio unwaith.', code: 'Cod gwahoddiad', needed: 'Rhowch eich cod gwahoddiad' },
  go: 'Parhau',
  passkey: {
    title: 'Gwneud eich allwedd mynediad', how: 'Bydd eich cyfrifiadur yn gofyn i chi gadarnhau mai chi ydyw: â’ch wyneb, eich ôl bys, ei PIN, eich ffôn neu allwedd ddiogelwch. Mae Windows Hello yn gweithio hefyd.',
    twice: 'Bydd eich dyfais yn gofyn amdanoch ddwywaith: yn gyntaf am yr allwedd mynediad, yna am yr allwedd na all dim ond honno ei datgloi.', make: 'Gwneud fy allwedd mynediad', calledOff: 'Ni chadwyd dim. Rhowch gynnig arall arni, neu defnyddiwch ddyfais arall.',
  },
  key: {
    title: 'Gwneud eich allwedd', how: 'Mae eich allwedd mynediad wedi’i gwneud. Nawr mae’r dudalen hon yn gwneud allwedd i chi’ch hun, na all neb ond chi ei datgloi. Bydd eich dyfais yn gofyn amdanoch unwaith eto.', make: 'Gwneud fy allwedd',
    making: 'Wrthi’n gwneud eich allwedd. Gall hyn gymryd ychydig eiliadau.',
    passphraseTitle: 'Dewis cyfrinymadrodd', passphraseHow: 'Ni all yr allwedd mynediad hon ddatgloi allwedd, felly bydd cyfrinymadrodd yn gwneud hynny. Gallwch ei ludo, a chaiff rheolwr cyfrineiriau ei gadw.', passphrase: 'Cyfrinymadrodd',
    passphraseHint: 'O leiaf bum gair gwahanol o dair llythyren neu fwy. Nid y cyfrinair rydych yn mewngofnodi ag ef.', offered: 'Geiriau a ddewiswyd ar hap y gallech eu defnyddio:', useThem: 'Defnyddio’r geiriau hyn', others: 'Dewis rhai eraill',
  },
  sheet: {
    title: 'Argraffu eich taflen adfer', how: 'Os collwch eich allwedd mynediad, mae’r cod hwn yn datgloi eich allwedd. Dim ond unwaith y caiff ei ddangos. Argraffwch ef nawr, seliwch ef a’i adael gyda’ch rheolwr: nid gyda’r cyfrifiadur.',
    name: 'Taflen adfer Lateral', agency: 'Asiantaeth', pseudonym: 'Eich ffugenw', code: 'Cod adfer', fingerprint: 'Ôl bys eich allwedd', made: 'Gwnaed ar',
    keep: 'Peidiwch â rhoi’r daflen hon i neb sy’n gofyn amdani. Ni fydd neb o Lateral nac o’ch asiantaeth yn gofyn am y cod.', print: 'Argraffu', printed: 'Rwyf wedi ei hargraffu',
  },
  proof: {
    title: 'Dangos bod eich taflen gennych', how: 'Copïwch ddau grŵp o’r cod oddi ar y daflen. Nid yw ar y sgrin hon mwyach.', group: 'Grŵp {{place}} o’r cod', wrong: 'Nid grŵp {{place}} yw hwn. Edrychwch ar y daflen eto.', back: 'Dangos y daflen eto',
  },
  words: { title: 'Darllenwch y geiriau hyn i geidwad', how: 'Bydd ceidwad yn eich ffonio neu’n eich gweld, ac yn darllen yr un chwe gair. Os yw un yn wahanol, stopiwch a dywedwch wrtho. Mae cydweithwyr yn eu gweld hefyd pan fyddant yn gwirio mai chi ydyw.' },
  wait: {
    title: 'Mae dau geidwad nawr yn llofnodi ar eich rhan', how: 'Pan fydd dau o geidwaid eich asiantaeth wedi llofnodi, mewngofnodwch eto. Tan hynny ni allwch ddarllen dim. Gall dau ohonynt gyda’i gilydd hefyd adael i chi ddechrau eto os collwch bopeth.', again: 'Mewngofnodi eto',
    gone: 'Os nad ydych wedi darllen y geiriau i geidwad, neu heb argraffu eich taflen adfer: mae’r hyn a oedd ar y sgrin wedi mynd. Agorwch eich allwedd i weld y geiriau eto ac i wneud taflen newydd.', passkey: 'Agor â’m hallwedd mynediad', passphrase: 'Agor â’r cyfrinymadrodd',
  },
};
