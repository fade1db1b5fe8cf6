import type { EvidencePack } from '@lateral/contracts';
import type { Finding } from './findings.js';
import { countOfRight, NOT_JUDGED, shareLines } from './report-shares.js';
import type { Shown, Verdict } from './verifier.js';
import { OUTCOMES, SENTENCES, type Language } from './words.js';

/** More findings than these say nothing new. */
const MOST_FINDINGS = 20;

/** The answer in plain words: the verdict, what it rests on, and what it does not say. */
export function report(verdict: Verdict, language: Language): string {
  const lines = [OUTCOMES[verdict.outcome][language], '', ...findingLines(verdict.findings, language)];
  // A wrong verdict is found only where everything is as it was recorded: what is shown is then genuine, and what was made of it is not right.
  const isWhole = verdict.outcome === 'proven' || verdict.outcome === 'wrongVerdict' || verdict.outcome === 'notPinned';
  if (verdict.shown && isWhole) lines.push(...shownLines(verdict.shown, !verdict.findings.some(({ code }) => code === 'no-root-given'), language));
  return `${lines.join('\n').trimEnd()}\n`;
}

function findingLines(findings: readonly Finding[], language: Language): string[] {
  const lines = findings.slice(0, MOST_FINDINGS).map(({ code, about }) => `- ${SENTENCES[code][language]}${about === null ? '' : ` (${printable(about)})`} [${code}]`);
  const rest = findings.length - MOST_FINDINGS;
  const more = { en: `- and ${rest} more`, cy: `- a ${rest} arall` };
  if (rest > 0) lines.push(more[language]);
  return lines.length > 0 ? [...lines, ''] : [];
}

/** What came out of the file is printed, so it may not steer a terminal. */
const printable = (text: string, most = 200) => text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?').slice(0, most);

/** A line about a judgement names codes, and may name many. */
const MOST_OF_SHARE = 1_000;

function shownLines({ pack, partnership, log, shares, overrides }: Shown, isProven: boolean, language: Language): string[] {
  const statement = partnership.agencies.get(pack.agency)?.statement;
  const facts = {
    agency: printable(`${statement?.agency.name[language] ?? ''} (${pack.agency})`), check: printable(pack.check.id), root: partnership.root,
    messages: pack.envelopes.length, sealed: pack.envelopes.filter(({ content }) => content !== null).length,
    records: log.proven, size: log.size ?? 0, seen: log.cosignatures.length, witnesses: partnership.witnesses.length, demo: statement?.mode !== 'production',
    judged: countOfRight(shares.values())[language],
  };
  const said = language === 'en' ? inEnglish(facts, isProven) : inWelsh(facts, isProven);
  const messages = pack.envelopes.flatMap((envelope) => {
    const { message } = envelope.header.context;
    const share = shares.get(message);
    const lines = share === undefined ? [] : shareLines(share, overrides.get(message) ?? null, language);
    return [messageLine(envelope, language), ...lines.map((line) => printable(`    ${line}`, MOST_OF_SHARE))];
  });
  return [...said, '', ...messages];
}

interface Facts { agency: string; check: string; root: string; messages: number; sealed: number; records: number; size: number; seen: number; witnesses: number; demo: boolean; judged: string }

function inEnglish(f: Facts, isProven: boolean): string[] {
  return [
    `For ${f.agency}, check ${f.check}.`,
    ...(f.demo ? ['This partnership is a demonstration or a test: nothing here is about a real person.'] : []),
    '',
    isProven ? `Proven, for whoever trusts the root ${f.root}:` : 'Consistent, if its own root is to be believed:',
    `- each of ${f.messages} messages was signed by a member of the agency it comes from, with these reasons, for these readers;`,
    `- each of ${f.records} records stands in the partnership's log, unchanged, under a signed head of ${f.size} entries;`,
    '- every message was recorded as it is, and every head of the log in here is the beginning of the last one;',
    `- ${f.judged}`,
    f.seen > 0 ? `- ${f.seen} of ${f.witnesses} known witnesses signed that they saw this head.` : `- none of ${f.witnesses} known witnesses has signed this head: only the log itself vouches that it shows everyone the same.`,
    '',
    'Not proven:',
    `- what the messages say: the content stays sealed (${f.sealed} of ${f.messages} included here and compared byte for byte);`,
    `- ${NOT_JUDGED.en}`,
    '- that what was said is true, or that a reader kept it to themselves;',
    '- that no newer list of an agency\'s people was left out: by such a list a signer may have left before, or a key have been revoked; the partnership\'s key log has them all;',
    '- the exact times: they are the senders\' and the hub\'s word, the order in the log is not;',
    '- that nothing was done outside the hub, or left out of this pack together with its record.',
  ];
}

function inWelsh(f: Facts, isProven: boolean): string[] {
  return [
    `Ar gyfer ${f.agency}, gwiriad ${f.check}.`,
    ...(f.demo ? ['Arddangosiad neu brawf yw\'r bartneriaeth hon: nid oes dim yma am berson go iawn.'] : []),
    '',
    isProven ? `Wedi'i brofi, i bwy bynnag sy'n ymddiried yn y gwreiddyn ${f.root}:` : 'Yn gyson, os gellir credu ei wreiddyn ei hun:',
    `- llofnodwyd pob un o'r negeseuon (${f.messages}) gan aelod o'r asiantaeth y daw ohoni, gyda'r rhesymau hyn, ar gyfer y darllenwyr hyn;`,
    `- mae pob un o'r cofnodion (${f.records}) yn log y bartneriaeth, heb ei newid, o dan ben wedi'i lofnodi o ${f.size} o gofnodion;`,
    '- cofnodwyd pob neges fel y mae, ac mae pob pen o\'r log sydd yma yn ddechrau i\'r olaf;',
    `- ${f.judged}`,
    f.seen > 0 ? `- llofnododd ${f.seen} o ${f.witnesses} o dystion hysbys eu bod wedi gweld y pen hwn.` : `- nid oes yr un o ${f.witnesses} o dystion hysbys wedi llofnodi'r pen hwn: dim ond y log ei hun sy'n gwarantu ei fod yn dangos yr un peth i bawb.`,
    '',
    'Heb ei brofi:',
    `- yr hyn a ddywed y negeseuon: mae'r cynnwys yn aros dan sêl (${f.sealed} o ${f.messages} wedi'u cynnwys yma a'u cymharu beit wrth feit);`,
    `- ${NOT_JUDGED.cy}`,
    '- bod yr hyn a ddywedwyd yn wir, neu fod darllenydd wedi ei gadw iddo\'i hun;',
    '- na adawyd rhestr ddiweddarach o aelodau asiantaeth allan: yn ôl rhestr felly gallai llofnodwr fod wedi gadael cyn hynny, neu allwedd fod wedi\'i dirymu; mae pob un yng nghofnod allweddi\'r bartneriaeth;',
    '- yr union amseroedd: gair yr anfonwyr a\'r hwb ydynt, yn wahanol i\'r drefn yn y log;',
    '- na wnaed dim y tu allan i\'r hwb, ac na adawyd dim allan o\'r pecyn hwn ynghyd â\'i gofnod.',
  ];
}

const TYPES = {
  request: { en: 'request', cy: 'cais' }, response: { en: 'response', cy: 'ymateb' }, outcome: { en: 'outcome', cy: 'canlyniad' }, decision: { en: 'decision', cy: 'penderfyniad' }, record: { en: 'record', cy: 'cofnod' },
} as const;

function messageLine({ header: { context } }: EvidencePack['envelopes'][number], language: Language): string {
  const to = [...context.to, ...(context.delegates ?? [])].map(({ agency }) => agency).join(', ');
  return printable(`${context.created}  ${TYPES[context.type][language]}  ${context.from.agency}${to === '' ? '' : ` > ${to}`}  ${context.message}`);
}
