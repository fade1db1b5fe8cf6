import type { Translated } from '../wording.js';
import type { team as english } from '../en/team.js';

export const team: Translated<typeof english> = {
  title: 'Tîm',
  what: 'gwaith y tîm',
  sides: 'Pa ffordd',
  side: { answering: 'Gofynnwyd i ni ({{number}})', asking: 'Gofynnwyd gennym ni ({{number}})' },
  numbers: { answering: 'Gofynnwyd i ni', asking: 'Gofynnwyd gennym ni', waiting: 'Yn aros', overdue: 'Yn hwyr nawr', soon: 'I’w hateb o fewn 2 awr', inTime: 'Atebwyd mewn pryd heddiw', of: '{{inTime}} o {{all}}' },
  load: { title: 'Gan bwy y mae faint', byAgency: 'Yn ôl asiantaeth', byWorker: 'Yn ôl gweithiwr', agency: 'Asiantaeth', worker: 'Gweithiwr', load: 'Yn aros', oldest: 'Yr hynaf', typical: 'Amser arferol heddiw', none: 'Dim heddiw', nothing: 'Dim yn aros' },
  list: { title: 'Beth sy’n aros', caption: 'Ceisiadau sy’n aros am ateb', select: 'Dewis', due: 'Erbyn pryd', urgency: 'Brys', reference: 'Cyfeirnod', partner: 'Asiantaeth', holder: 'Gan bwy y mae', state: 'Cyflwr', acts: 'Gwneud' },
  empty: { all: 'Nid oes gan eich tîm wiriadau eto. Bydd gwiriadau newydd yn ymddangos yma heb ail-lwytho.', side: 'Nid oes dim yn aros. Bydd gwiriadau newydd yn ymddangos yma heb ail-lwytho.' },
  nobody: 'Neb',
  you: '{{name}} (chi)',
  opened: '{{name}} (a’i hagorodd)',
  give: {
    title: 'Rhoi i rywun arall', select: 'Dewis {{reference}}, {{agency}}', to: 'Pwy ddylai eu cael', choose: 'Dewiswch rywun', nobody: 'Neb: eu rhoi’n ôl', give: 'Rhoi’r rhai a ddewiswyd', selectOne: 'Dewiswch o leiaf un gwiriad', chooseOne: 'Dewiswch pwy ddylai eu cael',
    taken: '{{reference}}: {{holder}} sydd â hwn nawr. Ni newidiwyd dim.', gone: '{{reference}}: nid yw yno mwyach', wholeCheck: 'Mae gwiriad y gofynnoch chi amdano yn cael ei roi’n gyfan, gyda’i holl geisiadau.',
    done_zero: 'Ni roddwyd gwiriadau i {{holder}} ({{count}}).', done_one: 'Rhoddwyd {{count}} gwiriad i {{holder}}.', done_two: 'Rhoddwyd {{count}} wiriad i {{holder}}.', done_few: 'Rhoddwyd {{count}} gwiriad i {{holder}}.', done_many: 'Rhoddwyd {{count}} gwiriad i {{holder}}.', done_other: 'Rhoddwyd {{count}} gwiriad i {{holder}}.',
  },
  chase: {
    remind: 'Atgoffa', escalate: 'Uwchgyfeirio', reminded: 'Atgoffwyd am {{time}}', escalated: 'Uwchgyfeiriwyd am {{time}}', doneReminder: 'Atgoffwyd {{agency}} am {{reference}}.', doneEscalation: 'Rhoddwyd {{reference}} i reolwyr {{agency}}.',
    tooSoon: '{{reference}}: gellir anfon hyn unwaith yr awr, ac fe’i hanfonwyd lai nag awr yn ôl', notOverdue: 'Nid yw {{reference}} yn hwyr, felly ni ellir ei uwchgyfeirio eto',
  },
  handover: {
    link: 'Taflen drosglwyddo', title: 'Taflen drosglwyddo sifft', how: 'Beth sydd ar agor, gan bwy y mae, a phwy i’w ffonio y tu allan i oriau. Dim ond enwau teuluoedd a agorwyd gennych ers datgloi sydd arni.', print: 'Argraffu’r daflen hon', back: 'Yn ôl i’r tîm',
    marking: 'SWYDDOGOL-SENSITIF', printed: 'Argraffwyd gan {{name}} ar ran {{agency}} am {{time}}', about: 'Ynghylch', sealed: 'Heb ei agor yma', phones: 'Rhifau ffôn', office: 'Oriau swyddfa', night: 'Y tu allan i oriau', noPhone: 'Heb ei roi', nothing: 'Nid oes dim ar agor.', over: 'Yn hwyr',
  },
};
