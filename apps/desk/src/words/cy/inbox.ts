import type { Translated } from '../wording.js';
import type { inbox as english } from '../en/inbox.js';

export const inbox: Translated<typeof english> = {
  title: 'Mewnflwch',
  what: 'eich mewnflwch',
  caption: 'Ceisiadau i’ch asiantaeth',
  filters: 'Pa geisiadau sy’n cael eu dangos',
  filter: { team: 'Y tîm ({{number}})', mine: 'Fy rhai i ({{number}})', unclaimed: 'Heb eu cymryd ({{number}})', done: 'Wedi’u gwneud heddiw ({{number}})' },
  empty: {
    team: 'Nid oes gwiriadau’n aros am {{agency}}. Bydd gwiriadau newydd yn ymddangos yma heb ail-lwytho. Atebwyd hyd yma: {{number}}.',
    mine: 'Nid oes gennych wiriadau i’w hateb. Cymerwch un o restr y tîm.',
    unclaimed: 'Mae gan bob gwiriad sy’n aros rywun. Bydd gwiriadau newydd yn ymddangos yma heb ail-lwytho.',
    done: 'Nid oes dim wedi’i ateb heddiw eto.',
  },
  column: { select: 'Dewis', due: 'Erbyn pryd', urgency: 'Brys', reference: 'Cyfeirnod', about: 'Ynghylch', asking: 'Gofynnwyd gan', questions: 'Cwestiynau', holder: 'Gan bwy y mae', state: 'Cyflwr' },
  clock: { overdue: 'Yn hwyr o {{time}}', was: '(roedd i fod erbyn {{at}})', left: '{{time}} ar ôl', due: '(erbyn {{at}})', answered: 'Atebwyd mewn {{time}}', late: 'Atebwyd mewn {{time}}, yn hwyr', ended: 'Ni ddisgwylir amdano mwyach', rule: 'Amser ateb: {{rule}}.', ruleUnchecked: 'Amser ateb: {{rule}} (heb ei wirio eto gan gyfreithiwr na swyddog diogelu data).', ruleMoved: 'Amser ateb: fe’i symudwyd gan y sawl sy’n gofyn.' },
  erasedOn: 'Dilëwyd ar {{date}}, yn unol â rheolau cadw’r cytundeb',
  openToSee: 'Agorwch i weld',
  unknown: 'Heb ei wybod eto',
  people: 'Pobl: {{number}}',
  you: 'Chi',
  nobody: 'Neb',
  take: 'Cymryd',
  putBack: 'Rhoi’n ôl',
  takeSeveral: 'Cymryd y rhai a ddewiswyd',
  select: 'Dewis {{reference}}',
  selectOne: 'Dewiswch o leiaf un',
  taken: '{{reference}}: {{holder}} sydd â hwn nawr',
  gone: '{{reference}}: nid yw yno mwyach',
  openMine: 'Agor y rhai sydd gennyf ({{number}})',
  notOpened: 'Ni chawsant eu hagor. Rhowch gynnig arall arni.',
  toApprove: 'I’w gymeradwyo',
  others: {
    title: 'Rydych yn darllen y rhain ar ran asiantaethau y mae eu swyddfeydd ar gau', what: 'Yr asiantaeth y gofynnwyd iddi sy’n eu hateb. Agorwch un i weld a oes rhaid i rywun weithredu cyn hynny.', between: '{{asking}} sy’n gofyn i {{asked}}', one: 'Cwestiwn i asiantaeth arall', back: 'Mewnflwch', list: 'yr hyn rydych yn ei ddarllen ar ran eraill',
    means: 'Rydych yn darllen hwn ar ran {{asked}}, y mae ei swyddfa ar gau. Nid yw eich bod wedi’i ddarllen yn ei ateb, ac mae’n rhaid i {{asked}} wneud hynny o hyd. Os oes rhaid i rywun weithredu cyn hynny, ffoniwch.',
    over: 'Atebwyd hwn neu fe’i tynnwyd yn ôl yn y cyfamser.', night: 'y tu allan i oriau {{phone}}', noPhone: 'Nid oes rhif yn hysbys yma',
  },
};
