import type { Translated } from '../wording.js';
import type { chronology as english } from '../en/chronology.js';

export const chronology: Translated<typeof english> = {
  title: 'Cronoleg', what: 'y gronoleg', caption: 'Yr hyn a gofnododd pob asiantaeth, yn ei drefn', toAnswers: 'Atebion', decide: 'Penderfynu', print: 'Argraffu neu gopïo',
  view: { label: 'Sut y’i dangosir', table: 'Tabl', timeline: 'Llinell amser', earliest: 'Cynharaf yn gyntaf', latest: 'Diweddaraf yn gyntaf' },
  column: { date: 'Dyddiad', agency: 'Asiantaeth', what: 'Beth ddigwyddodd', how: 'Sut y gwyddom', meant: 'Beth oedd ei ystyr i’r plentyn neu’r oedolyn', handling: 'Trin' },
  undated: 'Dim dyddiad',
  undatedOnes_zero: 'Mae dyddiad i bob cofnod.', undatedOnes_one: 'Mae {{count}} cofnod heb ddyddiad, ac mae’n olaf.', undatedOnes_two: 'Mae {{count}} gofnod heb ddyddiad, ac maent yn olaf.', undatedOnes_few: 'Mae {{count}} chofnod heb ddyddiad, ac maent yn olaf.', undatedOnes_many: 'Mae {{count}} chofnod heb ddyddiad, ac maent yn olaf.', undatedOnes_other: 'Mae {{count}} cofnod heb ddyddiad, ac maent yn olaf.',
  gap_zero: 'Dim cyswllt wedi’i gofnodi ag unrhyw asiantaeth, {{count}} mis', gap_one: 'Dim cyswllt wedi’i gofnodi ag unrhyw asiantaeth, {{count}} mis', gap_two: 'Dim cyswllt wedi’i gofnodi ag unrhyw asiantaeth, {{count}} fis', gap_few: 'Dim cyswllt wedi’i gofnodi ag unrhyw asiantaeth, {{count}} mis', gap_many: 'Dim cyswllt wedi’i gofnodi ag unrhyw asiantaeth, {{count}} mis', gap_other: 'Dim cyswllt wedi’i gofnodi ag unrhyw asiantaeth, {{count}} mis',
  gapUndated: 'Gall cofnod heb ddyddiad fod ynddo.',
  erased_zero: 'Ni ddilëwyd yr un ateb.', erased_one: 'Mae {{count}} ateb wedi’i ddileu, yn ôl y gyfraith, ac nid yw yma.', erased_two: 'Mae {{count}} ateb wedi’u dileu, yn ôl y gyfraith, ac nid ydynt yma.', erased_few: 'Mae {{count}} ateb wedi’u dileu, yn ôl y gyfraith, ac nid ydynt yma.', erased_many: 'Mae {{count}} ateb wedi’u dileu, yn ôl y gyfraith, ac nid ydynt yma.', erased_other: 'Mae {{count}} ateb wedi’u dileu, yn ôl y gyfraith, ac nid ydynt yma.',
  lost: {
    response: 'Mae’r ateb a roddodd {{agency}} ar {{at}} wedi’i ddileu, yn ôl y gyfraith, ac nid yw yma.', responseOn: 'Rhoddodd {{agency}} ateb ar {{at}}. Fe’i dilëwyd ar {{date}}, yn unol â rheolau cadw’r cytundeb, ac nid yw yma.',
    request: 'Mae’r cwestiwn a ofynnwyd i {{agency}} ar {{at}} wedi’i ddileu, yn ôl y gyfraith, ac nid yw yma.', requestOn: 'Gofynnwyd cwestiwn i {{agency}} ar {{at}}. Fe’i dilëwyd ar {{date}}, yn unol â rheolau cadw’r cytundeb, ac nid yw yma.',
  },
  hidden_zero: 'Dangosir pob cofnod.', hidden_one: 'Ni ddangosir {{count}} cofnod oherwydd eich hidlydd.', hidden_two: 'Ni ddangosir {{count}} gofnod oherwydd eich hidlydd.', hidden_few: 'Ni ddangosir {{count}} chofnod oherwydd eich hidlydd.', hidden_many: 'Ni ddangosir {{count}} chofnod oherwydd eich hidlydd.', hidden_other: 'Ni ddangosir {{count}} cofnod oherwydd eich hidlydd.',
  leftOut_zero: 'Ni adawyd dim allan.', leftOut_one: 'Gadawyd {{count}} eitem allan wrth ddarllen.', leftOut_two: 'Gadawyd {{count}} eitem allan wrth ddarllen.', leftOut_few: 'Gadawyd {{count}} eitem allan wrth ddarllen.', leftOut_many: 'Gadawyd {{count}} eitem allan wrth ddarllen.', leftOut_other: 'Gadawyd {{count}} eitem allan wrth ddarllen.',
  takeIn: 'Rhoi’r cyfan yn ôl',
  limits: {
    title: 'Trin', note: 'Mae’r rhain yn cyfrif popeth, wedi’i ddangos ai peidio.',
    entries_zero: '{{limit}}: dim cofnodion', entries_one: '{{limit}}: {{count}} cofnod', entries_two: '{{limit}}: {{count}} gofnod', entries_few: '{{limit}}: {{count}} chofnod', entries_many: '{{limit}}: {{count}} chofnod', entries_other: '{{limit}}: {{count}} cofnod',
  },
  empty: 'Dim digwyddiadau â dyddiad eto.', emptyOf: { nothing: 'Dywedodd {{agency}} nad oes dim yn cael ei ddal.', waiting: 'Nid yw {{agency}} wedi ateb.', sealed: 'Mae rhai atebion dan sêl o hyd.' },
  filter: { title: 'Hidlo', agency: 'Asiantaeth', about: 'Am bwy', nature: 'Math', from: 'O', to: 'Hyd', parts: { day: 'Diwrnod', month: 'Mis', year: 'Blwyddyn' }, apply: 'Gosod yr hidlydd', clear: 'Dangos popeth', wrong: 'Rhowch ddyddiad cyfan, neu gadewch y cyfan yn wag', order: 'Ni chaiff y diwrnod cyntaf fod ar ôl yr olaf' },
  same: {
    title: 'Gallant fod yr un digwyddiad', ask: 'Gall {{one}} a {{other}} fod yn disgrifio’r un digwyddiad, {{when}}.', join: 'Uno', apart: 'Cadw ar wahân', which: 'rhif {{number}}', joined: 'Wedi’u huno. Cedwir y ddwy ffynhonnell.', kept: 'Wedi’u cadw ar wahân.', part: 'Gwahanu eto', partWhich: 'yr hyn a ddywedodd {{agencies}}',
    count_zero: 'Dim parau i edrych arnynt', count_one: '{{count}} pâr i edrych arno', count_two: '{{count}} bâr i edrych arnynt', count_few: '{{count}} phâr i edrych arnynt', count_many: '{{count}} phâr i edrych arnynt', count_other: '{{count}} pâr i edrych arnynt',
  },
  repeats: { title: 'Yn ystod y 12 mis diwethaf', count_zero: '{{what}}: dim un waith', count_one: '{{what}}: {{count}} waith', count_two: '{{what}}: {{count}} waith', count_few: '{{what}}: {{count}} gwaith', count_many: '{{what}}: {{count}} gwaith', count_other: '{{what}}: {{count}} gwaith', perhaps: 'efallai {{number}} arall', by: '– {{agencies}}' },
  comment: { add: 'Ein barn ni', hint: 'Yr hyn a gredwch oedd ei ystyr. Cedwir hyn ar wahân i’r hyn a ddywedwyd, a’i argraffu fel eich barn chi.', label: 'Ein barn ni am y digwyddiad hwn', ours: 'Ein barn ni:', of: 'ar {{when}}' },
  own: 'Ein cofnodion ein hunain', ownHow: 'o’r hyn a ysgrifennwyd yn y cwestiwn',
  sheet: {
    title: 'Argraffu neu gopïo’r gronoleg', who: 'Ar gyfer pwy y mae?', meeting: 'Cyfarfod', court: 'Llys', file: 'Ffeil', forMeeting: 'Ar gyfer cyfarfod', forCourt: 'Ar gyfer llys', forFile: 'Ar gyfer ffeil', needed: 'Dewiswch ar gyfer pwy y mae', nothing: 'Ni fyddai dim arno: mae popeth yma yn gyfyngedig neu wedi’i adael allan',
    names: 'Enwau', asNames: 'Enwau', asInitials: 'Llythrennau cyntaf', initialsHint: 'Pobl y gwiriad, ble bynnag y saif eu henwau. Ni ddaw o hyd i lysenwau na phobl eraill: darllenwch ef cyn ei roi i neb.', restricted: 'Eitemau cyfyngedig', include: 'Cynnwys eitemau cyfyngedig', restrictedHint: 'Popeth na cheir ei ddweud ymlaen yn rhydd: nid ar gyfer y teulu, ar gyfer gorfodi’r gyfraith yn unig, nid ar gyfer y ffeil, gofynnwch yn gyntaf.',
    filtered: 'Mae ynddo’r hyn a hidlwyd gennych: tynnwch yr hidlydd yn gyntaf os ydych am gael popeth.', print: 'Argraffu', copy: 'Copïo fel tabl', csv: 'Lawrlwytho fel CSV', copied: 'Copïwyd y tabl. Mae bellach yng nghlipfwrdd y cyfrifiadur hwn.', saved: 'Cadwyd y ffeil ar y cyfrifiadur hwn.', again: 'Argraffu', back: 'Yn ôl i’r cwestiwn',
    toChronology: 'Yn ôl i’r gronoleg', by: 'Argraffwyd gan {{name}}, {{agency}}, {{at}}', page: 'Tudalen ', of: ' o ', marking: 'SWYDDOGOL-SENSITIF', care: 'Nid yw Lateral yn diogelu papur a ffeiliau. Cadwch hwy lle mae eich asiantaeth yn dweud.', recorded: 'Cofnodir i’ch asiantaeth eich bod yn ei argraffu, ei gopïo neu ei gadw.', notCopied: 'Ni adawodd y porwr iddo gael ei gopïo.',
    leftOut_zero: 'Cynhwysir popeth.', leftOut_one: 'Nid yw {{count}} eitem gyfyngedig wedi’i chynnwys.', leftOut_two: 'Nid yw {{count}} eitem gyfyngedig wedi’u cynnwys.', leftOut_few: 'Nid yw {{count}} eitem gyfyngedig wedi’u cynnwys.', leftOut_many: 'Nid yw {{count}} eitem gyfyngedig wedi’u cynnwys.', leftOut_other: 'Nid yw {{count}} eitem gyfyngedig wedi’u cynnwys.',
  },
};
