import type { Translated } from '../wording.js';
import type { check as english } from '../en/check.js';

export const check: Translated<typeof english> = {
  title: 'Gwiriad', what: 'y gwiriad', back: 'Pob gwiriad', toCheck: 'Yn ôl i’r gwiriad', save: 'Cadw', cancel: 'Canslo', choose: 'Dewiswch',
  readFirst: 'Agor yr hyn a ofynnwyd ac a atebwyd',
  readAll_zero: 'Darllen popeth (dim neges dan sêl)', readAll_one: 'Darllen popeth ({{count}} neges dan sêl)', readAll_two: 'Darllen popeth ({{count}} neges dan sêl)', readAll_few: 'Darllen popeth ({{count}} neges dan sêl)', readAll_many: 'Darllen popeth ({{count}} neges dan sêl)', readAll_other: 'Darllen popeth ({{count}} neges dan sêl)',
  readAllHow: 'Mae un ystum yn agor y cyfan. Cofnodir bod ateb wedi’i agor.',
  erased: 'Mae’r hyn a seliwyd yma wedi’i ddileu am byth, yn ôl y gyfraith. Mae ei gofnodion yn aros.', erasedOn: 'Dilëwyd yr hyn a seliwyd yma am byth ar {{date}}, yn unol â rheolau cadw’r cytundeb. Mae ei gofnodion yn aros.',
  opening: 'yr atebion', notOpened: 'Nid oedd modd ei agor.',
  nav: { label: 'Y gwiriad hwn', answers: 'Pob ateb', chronology: 'Cronoleg', decide: 'Penderfynu', decideAgain: 'Penderfynu eto' },
  state: { title: 'Y gwiriad hwn', urgency: 'Brys', state: 'Cyflwr', opened: 'Dechreuwyd', heldBy: 'Gan bwy y mae', nobody: 'Neb', decided: 'Penderfynwyd', outcome: 'Canlyniad' },
  people: { title: 'Pobl', sealed: 'Mae’r enwau a’r cwestiwn dan sêl nes i chi eu hagor.', erased: 'Mae’r enwau a’r cwestiwn wedi’u dileu am byth, yn ôl y gyfraith.', erasedOn: 'Dilëwyd yr enwau a’r cwestiwn am byth ar {{date}}, yn unol â rheolau cadw’r cytundeb.', hideNames: 'Cuddio enwau', showName: 'Dangos yr enw hwn', born: 'ganwyd {{date}}', expected: 'disgwylir {{date}}', also: 'Enwau eraill: {{names}}', addressHidden: 'Rhaid cadw’r cyfeiriad hwn yn gudd.' },
  question: { title: 'Pam y gofynnwyd', reason: 'Beth ddigwyddodd', history: 'Yr hyn a wyddem', why: 'Pam mae angen yr atebion hyn', asked: 'Beth a ofynnwyd i {{agency}}' },
  cards: {
    title: 'Asiantaethau', changed: 'Dangos beth a newidiodd',
    show_zero: 'Dim atebion newydd i’w dangos', show_one: 'Dangos {{count}} ateb newydd', show_two: 'Dangos {{count}} ateb newydd', show_few: 'Dangos {{count}} ateb newydd', show_many: 'Dangos {{count}} ateb newydd', show_other: 'Dangos {{count}} ateb newydd',
  },
  card: {
    readBy: 'Mae {{other}} yn darllen hwn dros {{agency}} tra bo’r swyddfa ar gau. Nid ydynt yn ei ateb: ffoniwch nhw.',
    sent: 'Anfonwyd {{at}}', opened: 'Agorwyd {{at}}', undelivered: 'Nid oedd modd danfon yr hysbysiad. Defnyddiwch y ffôn.', reminded: 'Atgoffwyd {{at}}', nothing: 'Dim yn cael ei ddal',
    items_zero: 'Dim eitemau', items_one: '{{count}} eitem', items_two: '{{count}} eitem', items_few: '{{count}} eitem', items_many: '{{count}} eitem', items_other: '{{count}} eitem',
    record: 'Cofnod', refused: 'Peidiwch â dibynnu ar yr ateb', sealed: 'Dan sêl nes i chi ei agor', erased: 'Wedi’i ddileu ers hynny, yn ôl y gyfraith; mae ei gofnodion yn aros', erasedOn: 'Dilëwyd ar {{date}}, yn unol â rheolau cadw’r cytundeb; mae ei gofnodion yn aros', handling: 'Trin',
  },
  flag: {
    may_tell_family: 'Gellir dweud wrth y teulu', may_not_tell_family: 'Peidiwch â dweud wrth y teulu mai gennym ni y daeth hyn', le_only: 'Ar gyfer gorfodi’r gyfraith yn unig', do_not_record_in_file: 'Peidiwch â chofnodi hyn yn y ffeil', consult_before_onward_use: 'Gofynnwch i ni cyn defnyddio hyn ymhellach',
  },
  act: {
    read: 'Darllen yr atebion', ask: 'Gofyn cwestiwn dilynol', remind: 'Atgoffa', phone: 'Ffonio', due: 'Symud yr amser ateb', withdraw: 'Tynnu’r cais hwn yn ôl', which: '{{agency}}', more: 'Mwy o gamau', urgency: 'Newid y brys', add: 'Gofyn i asiantaeth arall', withdrawCheck: 'Tynnu’r gwiriad cyfan yn ôl', close: 'Cau’r gwiriad hwn',
    evidence: 'Lawrlwytho’r dystiolaeth', recuse: 'Rwy’n adnabod rhywun yn hyn',
  },
  reminded: 'Mae {{agency}} wedi’i hatgoffa.', remindedLately: 'Cafodd {{agency}} ei hatgoffa lai nag awr yn ôl. Defnyddiwch y ffôn.',
  phone: { none: 'Nid oes rhif hysbys ar gyfer {{agency}}.', number: 'Ffôn {{phone}}', outOfHours: 'Y tu allan i oriau {{phone}}', open: 'Ar agor {{hours}}', day: '{{day}} {{from}} i {{to}}', verified: 'Gwiriwyd ar {{date}}' },
  weekday: { mon: 'dydd Llun', tue: 'dydd Mawrth', wed: 'dydd Mercher', thu: 'dydd Iau', fri: 'dydd Gwener', sat: 'dydd Sadwrn', sun: 'dydd Sul' },
  urgency: {
    title: 'Newid y brys', now: 'Mae’r gwiriad hwn yn {{urgency}} nawr.', to: 'Pa mor frys ydyw?', why: 'Pam mae’n newid?', keeps: 'Amseroedd ateb nad ydynt yn symud', keepsHow: 'Mae’r asiantaethau y gofynnwyd iddynt eisoes yn cadw eu hamseroedd. Mae’n cyfrif i bwy bynnag y gofynnir iddynt o hyn ymlaen. I ofyn am ateb ynghynt, symudwch amser ateb yr asiantaeth honno.',
    keepsOne: '{{agency}} – {{at}}', wrong: { urgency: 'Dewiswch frys arall', reason: 'Dewiswch pam mae’n newid' },
  },
  due: {
    title: 'Symud amser ateb', now: 'Disgwylir ateb {{at}}', day: 'Ar ba ddiwrnod?', time: 'Am faint o’r gloch?', timeHint: 'Er enghraifft 14:30', why: 'Pam mae’n symud?', parts: { day: 'Diwrnod', month: 'Mis', year: 'Blwyddyn' },
    wrong: { day: 'Rhowch ddiwrnod', time: 'Rhowch amser, fel 14:30', past: 'Rhaid i’r amser fod yn y dyfodol', late: 'Rhaid i’r amser fod o fewn 60 diwrnod', reason: 'Dewiswch pam mae’n symud' },
  },
  withdraw: {
    titleRequest: 'Tynnu cais yn ôl', title: 'Tynnu’r gwiriad cyfan yn ôl', what: 'Beth mae hyn yn ei wneud', request: 'Dywedir wrth {{agency}} nad oes angen ei hateb mwyach, ac ni all agor y cwestiwn mwyach. Mae’r hyn y mae wedi’i agor yn aros yn agored.',
    check: 'Dywedir wrth bob asiantaeth y gofynnwyd iddi nad oes angen ei hateb mwyach. Mae cwestiynau ac atebion nad oes neb wedi’u hagor yn aros dan sêl am byth. Mae arnoch air i bob asiantaeth o hyd am yr hyn a ddaeth ohono.', why: 'Pam?', go: 'Ei dynnu’n ôl', noReason: 'Dewiswch pam',
    doneRequest: 'Tynnwyd y cais yn ôl.', done: 'Tynnwyd y gwiriad yn ôl.', record: 'Gellir cofnodi’r hyn sy’n dilyn o dan Penderfynu o hyd.',
  },
  ask: {
    title: 'Gofyn cwestiwn dilynol', corrects: 'Nid yw {{agency}} wedi ateb eto. Rhoddir eich cwestiwn wrth ymyl yr hyn a ofynnoch, fel un cwestiwn wedi’i gywiro; bydd yn rhaid iddi ei agor eto.', alone: 'Mae {{agency}} wedi ateb. Aiff eich cwestiwn fel cais newydd yn y gwiriad hwn, gyda’i amser ateb ei hun.',
    closed: 'Mae’r gwiriad hwn wedi’i benderfynu. Ni ellir gofyn mwy ynddo i asiantaeth sydd wedi ateb: dechreuwch wiriad newydd.', before: 'Beth a ofynnwyd', more: 'Beth arall y mae angen i chi ei wybod?', hint: 'Defnyddiwch “y plentyn” neu “y fam” yn hytrach nag enwau.', send: 'Amgryptio ac anfon', needed: 'Rhowch eich cwestiwn', names: 'Tynnwch yr enwau o’ch cwestiwn',
    sent: 'Anfonwyd eich cwestiwn at {{agency}}.', sealed: 'Agorwch y gwiriad yn gyntaf: gwneir y cwestiwn o’r un a ofynnwyd.',
  },
  add: { title: 'Gofyn i asiantaeth arall', which: 'Pa asiantaeth?', questions: 'Beth y mae angen i chi ei wybod ganddi?', more: 'Unrhyw beth arall y dylent chwilio amdano?', none: 'Gofynnwyd i bob asiantaeth yn y bartneriaeth.', needed: 'Dewiswch asiantaeth', questionNeeded: 'Dewiswch o leiaf un cwestiwn', notOpen: 'Dim ond gwiriad agored y gellir ei roi i asiantaeth arall.' },
  putRight: { title: 'Yr hyn sydd ar goll', means: 'Anfonwyd y cwestiwn y gwneir hwn ohono heb yr hyn y gofynnir amdano yma. Gyda hwn yn unig yr aiff yr hyn a ysgrifennwch.' },
  rules: { why: 'Pam y caiff fynd serch hynny?', reason: 'Dywedwch pam y caiff fynd serch hynny: {{finding}}' },
  recuse: { title: 'Rydych yn adnabod rhywun yn hyn', what: 'Ni welwch y gwiriad hwn eto, ac ni fydd gan neb nes i gydweithiwr ei gymryd. Cofnodir eich bod wedi dweud hynny: nid pwy rydych yn ei adnabod, na sut. Ni ellir ei ddadwneud.', go: 'Gadael y gwiriad hwn', stay: 'Aros' },
  close: { title: 'Cau’r gwiriad hwn', what: 'Daw ceisiadau na chawsant ateb gan neb i ben gydag ef. Mae ateb hwyr yn ei agor eto.', go: 'Ei gau', closed: 'Mae’r gwiriad wedi’i gau.' },
  evidence: { how: 'Pwy wnaeth beth a phryd, gyda llofnodion a phrofion, a dim o’r hyn a ddywedwyd. Gofynnir i chi am ystum.', done: 'Lawrlwythwyd y dystiolaeth.' },
  added: 'Anfonwyd y cwestiwn.', rated: 'Newidiwyd y brys.', moved: 'Symudwyd yr amser ateb.',
};
