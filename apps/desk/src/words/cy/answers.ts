import type { Translated } from '../wording.js';
import type { answers as english } from '../en/answers.js';

export const answers: Translated<typeof english> = {
  title: 'Pob ateb', titleOne: 'Atebion un asiantaeth', what: 'yr atebion', none: 'Nid oes neb wedi ateb eto.', notYet: 'Nid yw {{agency}} wedi ateb eto.', withdrawn: 'Tynnwyd y cais hwn yn ôl.', erased: 'Mae’r hyn a atebodd {{agency}} wedi’i ddileu am byth, yn ôl y gyfraith. Mae ei gofnodion yn aros.', erasedOn: 'Dilëwyd yr hyn a atebodd {{agency}} am byth ar {{date}}, yn unol â rheolau cadw’r cytundeb. Mae ei gofnodion yn aros.', all: 'Pob ateb', chronology: 'Cronoleg', decide: 'Penderfynu',
  given: 'Atebwyd {{at}}', by: 'Atebwyd gan {{who}}', approved: 'Cymeradwywyd gan {{who}}', record: 'Cofnod', context: 'Cyd-destun', analysis: 'Yr hyn a wnânt ohono', match: 'Pa mor sicr ydynt o’r person', systems: 'Ble y buont yn chwilio', searched: '{{system}} – {{at}}', names: 'Enwau a chwiliwyd: {{names}}',
  nothing: {
    NO_TRACE: 'Dim yn cael ei ddal. Buont yn chwilio ac ni chawsant gofnod.', noConcern: 'Hysbys, dim pryder. Maent yn adnabod rhywun, ac nid oes dim a ddaliant yn achos pryder.', notRelevant: 'Hysbys, dim byd perthnasol. Mae ganddynt gofnodion, a dim un sy’n berthnasol i’r hyn a ofynnwyd. Nid yw hyn yn dweud nad oes pryder.', IDENTITY_MISMATCH: 'Ni ellid adnabod y person. Nid yw hyn yn dweud nad oes dim yn cael ei ddal.', note: 'Nid yw dim yn cael ei ddal yr un peth â dim pryder.',
  },
  refused: { title: 'Gwrthodwyd', ground: 'Sail: {{ground}}', reasons: 'Rhesymau ysgrifenedig', noReasons: 'Ni roddwyd rhesymau ysgrifenedig.', next: 'Gallwch ofyn cwestiwn culach, eu ffonio, neu ei godi gyda’u rheolwr.' },
  clarify: { title: 'Cwestiwn yn ôl', next: 'Atebwch ef â chwestiwn dilynol, fel ei fod yn y cofnod, neu ffoniwch.', go: 'Ateb â chwestiwn wedi’i gywiro' },
  holding: { title: 'Mae angen mwy o amser', until: 'Maent yn disgwyl ateb {{at}}.', next: 'Os na allwch aros, ffoniwch. Os ydych yn cytuno, symudwch yr amser ateb.', go: 'Symud yr amser ateb' },
  redirect: { title: 'Dylid gofyn i asiantaeth arall', to: 'Dywedant: {{to}}', go: 'Gofyn i asiantaeth arall' },
  wrongPerson: { title: 'Ni ellid adnabod y person', next: 'Gwiriwch enwau, dyddiadau geni a chyfeiriadau, a gofynnwch eto.', go: 'Gofyn eto gyda mwy' },
  verbal: 'Dywedwyd hyn dros y ffôn. Mae ateb ysgrifenedig yn ddyledus o hyd.',
  withheld: 'Cadwyd rhywbeth yn ôl.', withheldWhat: 'Cadwyd yn ôl: {{what}}', mismatched: 'Nid yw’r cofnod agored yn dweud yr un peth am y geiriau hyn ag y maent. Dywedwyd wrth yr hyb. Gofynnwch i {{agency}} amdano cyn i chi ddibynnu arno: {{fields}}',
  corrected: { title: 'Cywirwyd yr ateb hwn', added: 'Ychwanegwyd', removed: 'Tynnwyd ymaith', changed: 'Newidiwyd', was: 'Cynt: {{text}}', now: 'Nawr: {{text}}', same: 'Ni newidiwyd yr un eitem.', kind: '“{{before}}” ydoedd, ac “{{after}}” ydyw nawr.' },
  item: { title: 'Eitem {{number}}', date: 'Pryd', recorded: 'Cofnodwyd', what: 'Beth ddigwyddodd', how: 'Sut y gwyddom', about: 'Am bwy', meant: 'Beth oedd ei ystyr', question: 'Beth a ofynnwyd', reliability: 'Pa mor ddibynadwy', third: 'Enwir rhywun arall: {{who}}', unknown: 'Ddim yn hysbys', used: 'Defnyddiwyd yn fy mhenderfyniad', of: 'eitem {{number}}' },
  used: { yes: 'Do', partly: 'Yn rhannol', no: 'Naddo', none: 'Heb ddweud' },
  add: 'Ychwanegu’r cyfan at y gronoleg', addHint: 'Tynnwch y tic i adael popeth gan {{agency}} allan. Mae’r hyn a adewir allan yn aros yma.', kept: 'Cedwir y marciau ar gyfer eich penderfyniad; dywedir wrth bob asiantaeth a ddefnyddiwyd yr hyn a roddodd.',
  file: { title: 'Ffeil', kind: '{{mime}}, {{size}} cilobeit', open: 'Lawrlwytho’r ffeil hon', opening: 'Wrthi’n agor y ffeil', bad: 'Nid y ffeil hon a anfonwyd. Ni chafodd ei hagor.', care: 'Gall ffeil ddal mwy nag y gofynnwyd amdano. Peidiwch â’i chadw’n hwy nag sydd angen.' },
  custodian: 'ceidwad o’ch asiantaeth',
};
