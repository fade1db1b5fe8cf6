import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { WordingContext } from './finding.js';
import { lint } from './lint.js';

const context = (names: string[], language: 'en' | 'cy' = 'en'): WordingContext => ({ names, language });
const codes = (text: string, { names = [], language = 'en' }: { names?: string[]; language?: 'en' | 'cy' } = {}): string[] => lint(text, context(names, language)).map(({ code }) => code);

describe('names', () => {
  it('are marked where they stand, whole names as one', () => {
    const text = 'Has Zoë  O’Malley-Shaw been?';
    expect(lint(text, context(["Zoe O'Malley-Shaw"])).map(({ start, end }) => text.slice(start, end))).toEqual(['Zoë  O’Malley-Shaw']);
  });
  it.each([
    ['Catrin', 'Gatrin'], ['Catrin', 'Nghatrin'], ['Catrin', 'Chatrin'], ['Pedr', 'Bedr'], ['Pedr', 'Mhedr'], ['Pedr', 'Phedr'], ['Tomos', 'Domos'], ['Tomos', 'Nhomos'], ['Tomos', 'Thomos'], ['Gwilym', 'Wilym'], ['Gwilym', 'Ngwilym'],
    ['Beca', 'Feca'], ['Beca', 'Meca'], ['Delyth', 'Ddelyth'], ['Delyth', 'Nelyth'], ['Llinor', 'Linor'], ['Megan', 'Fegan'], ['Rhodri', 'Rodri'], ['Angharad', 'Hangharad'],
  ])('%s is met as %s in Welsh', (name, mutated) => {
    expect(codes(`Soniwyd am ${mutated} ddoe.`, { names: [name], language: 'cy' })).toEqual(['name-of-person']);
    expect(codes(`We heard of ${mutated} yesterday.`, { names: [name] })).toEqual([]);
  });
  it('that are words too only warn with a capital, block beside another part or a title, and are words with a small letter', () => {
    const names = ['Rose Tanner-Hill'];
    expect(codes('Then Rose left.', { names })).toEqual(['possible-name']);
    expect(codes('Attendance rose.', { names })).toEqual([]);
    expect(codes('Then Rose Hill left.', { names })).toEqual(['name-of-person']);
    expect(codes('Then Mrs Hill left.', { names })).toEqual(['name-of-person']);
  });
  it('cannot hide behind an invisible character', () => {
    expect(codes('Has Ot\u200bto been?', { names: ['Otto Lind'] })).toEqual(['name-of-person']);
  });
  it.each(['at 14 Bryn Road', 'at 3 Bryn Court', 'near Bryn Teg School', 'on kelvin road', 'in Heol y Bryn', 'at 4 stryd tegid'])('within the name of a road or a school name a place: %s', (where) => {
    expect(codes(`They were seen ${where} twice.`, { names: ['Bryn Cynwyd', 'Kelvin Oduro', 'Tegid Morlan'] })).toEqual([]);
  });
  it.each(['did Kelvin drive there', 'it was on Kelvin’s street', 'Mr Kelvin Road came', 'Kelvin Court came', 'Kelvins mum rang'])('beside a word that is not the kind of a place still name somebody: %s', (text) => {
    expect(codes(`Then ${text}.`, { names: ['Kelvin Oduro'] })).toEqual(['name-of-person']);
  });
  it.each<[string, 'en' | 'cy', string]>([
    ['Dylan Crwys', 'cy', 'Stopiwyd y car yng Nghlos Dylan.'], ['Catrin Crwys', 'cy', 'Collodd ddyddiau yn Ysgol Gynradd Santes Catrin.'], ['Dewi Crwys', 'cy', 'Roedd yn absennol ar ôl Gŵyl Ddewi.'], ['Emrys Crwys', 'cy', 'Mae’r fam ar Ward Emrys.'], ['Arwen Crwys', 'cy', 'Does dim trydan ers Storm Arwen.'],
    ['Ned Parri', 'cy', 'Symudodd y teulu i’r Barri.'], ['Prys Crwys', 'cy', 'Brys: pryd y’i gwelwyd?'], ['Mary Mensah', 'en', 'Who collects from St. Mary’s nursery?'], ['Kelvin Mensah', 'en', 'Who holds the tenancy in Kelvin Court?'], ['Kelvin Mensah', 'en', 'Did Kelvin Lodge Care Home report it?'],
    ['Clare Mensah', 'en', 'Was a Clare’s Law disclosure made?'], ['Preston Mensah', 'en', 'Did they move to Preston?'], ['Ted Morrison', 'en', 'He was seen at Morrisons.'], ['Owen Mensah', 'en', 'Have Owen & Sons written?'],
  ])('of %s within the name of a place, a school or a thing do not block (%s): %s', (name, language, text) => {
    expect(codes(text, { names: [name], language }).filter((code) => code !== 'possible-name')).toEqual([]);
  });
  it.each<[string, 'en' | 'cy', string]>([
    ['Dylan Crwys', 'cy', 'Roedd hi yn nhŷ Dylan.'], ['Lowri Crwys', 'cy', 'Ysgol Lowri sy’n dweud.'], ['Elin Crwys', 'cy', 'Aeth y plant i’r parc gydag Elin Crwys.'], ['Kelvin Mensah', 'en', 'KELVIN LEFT SCHOOL AT TEN'], ['Kelvin Mensah', 'en', 'Kelvin was at the Park.'], ['Preston Mensah', 'en', 'Has anyone spoken to Preston?'],
    ['Jo Mensah', 'en', 'Was Jo at the flat?'], ['Jaydon Mensah', 'en', 'His username is jaydonmensah09.'], ['Beca Crwys', 'cy', 'Beth roddwyd i feca ddoe?'],
  ])('of %s that only stand near such a word still block (%s): %s', (name, language, text) => {
    expect(codes(text, { names: [name], language })).toEqual(['name-of-person']);
  });
  it('that are small words of the other language are read by their capital and their place', () => {
    const names = ['Beth Ford', 'Lily-Mae Ford', 'Max Ford'];
    expect(codes('Mae hi ar ei phen ei hun, ond beth am y ci?', { names, language: 'cy' })).toEqual(['possible-name']);
    expect(codes('Nid oedd Beth yno.', { names, language: 'cy' })).toEqual(['name-of-person']);
    expect(codes('Beth was at the max dose.', { names })).toEqual(['name-of-person']);
  });
  it.each<[string, 'en' | 'cy', string]>([
    ['Justice Mensah', 'en', 'The order by Mr Justice Holloway is from June.'], ['Tyler Judge', 'en', 'Mrs Judge Holloway heard it.'], ['April Mensah', 'en', 'He will miss April sessions.'],
    ['Leah Heard', 'en', 'Heard that the van was there.'], ['Jack Mensah', 'en', 'Left with the Jack Russell in the yard.'], ['Carol Mensah', 'en', 'Last seen at the carol service.'],
    ['Ella Crwys', 'cy', 'Ella bod y drws ar agor.'], ['Ella Crwys', 'cy', 'Roedd y drws ar agor, ac ella fod y ci yno.'], ['Ella Crwys', 'cy', 'Ella’i fod wedi mynd.'], ['Bob Crwys', 'cy', 'Bob nos mae’r drws ar agor.'], ['Siôn Crwys', 'cy', 'Sïon bod y drws ar agor.'],
  ])('of %s that are words for their place do not block (%s): %s', (name, language, text) => {
    expect(codes(text, { names: [name], language }).filter((code) => code !== 'possible-name')).toEqual([]);
  });
  it.each<[string, 'en' | 'cy', string]>([
    ['Justice Mensah', 'en', 'Then Mr Justice said so.'], ['Justice Mensah', 'en', 'Then Mr Justice Mensah left.'], ['Jack Mensah', 'en', 'jack was on the bus.'], ['Beth Mensah', 'en', 'We saw beth on the bus.'], ['Leah Heard', 'en', 'Heard was on the bus.'],
    ['Ella Crwys', 'cy', 'Ella ddaeth i’r drws.'], ['Ella Crwys', 'cy', 'Mae ella’n ei gwely o hyd.'], ['Ella Crwys', 'en', 'ella bod'], ['Bob Crwys', 'cy', 'Bob oedd wrth y drws.'], ['Siôn Crwys', 'cy', 'Collwyd yr apwyntiad gan sion.'], ['Harri Crwys', 'cy', 'Gwelwyd harri yno.'],
  ])('of %s elsewhere block, with small letters too (%s): %s', (name, language, text) => {
    expect(codes(text, { names: [name], language })).toEqual(['name-of-person']);
  });
  it('that only describe somebody name nobody', () => {
    expect(codes('Other workers and a teacher at the same address.', { names: ['Other workers at the same address', 'A teacher', 'Ioan Rhys (the other boy)'] })).toEqual([]);
  });
  it('are looked up anew when the context changes', () => {
    const names = ['Otto Lind'];
    const held = context(names);
    expect(lint('Ask Vera.', held)).toEqual([]);
    names.push('Vera Lind');
    expect(lint('Ask Vera.', held)).toHaveLength(1);
  });
});

it.each([
  ['999 204 8719', ['nhs-number']], ['9992048718', []], ['G873201526004', ['upn']], ['SW99 0AA', ['postcode']], ['s47 2nd enquiry', []], ['07700 900461', ['telephone']], ['+44 (0)7700 900461', ['telephone']], ['0900-1530 12 June', []],
  ['01/02/2026 10 30', []], ['a.b@mail.example.org', ['e-mail']], ['born on 2 May 2019', ['date-of-birth']], ['seen on 2 May 2019', []], ['ganed ar 2 Mai 2019', ['date-of-birth']], ['2/5/2019 (dob)', ['date-of-birth']],
  ['tel 07700.900.461', ['telephone']], ['mob 7700 900461', ['telephone']], ['+48 601 000 000', ['telephone']], ['at 07.12.2025 09.15', []], ['a.b (at) mail.example.org', ['e-mail']], ['a.b @ mail.example.org', ['e-mail']], ['him @ work', []], ['NHS no 9992 048 719', ['nhs-number']], ['ll991ab', ['postcode']],
  ['D.O.B 2/5/19', ['date-of-birth']], ['dob:02/05/2019', ['date-of-birth']], ['DOB 02052019', ['date-of-birth']], ['DOBs: 2/5/19, 3/6/21', ['date-of-birth']], ['D/O/B 02 / 05 / 2019', ['date-of-birth']], ['born on Thursday, 2 May 2019', ['date-of-birth']], ['born 2-May-2019', ['date-of-birth']],
  ['born on the second of May 2019', ['date-of-birth']], ['2 May 2019 is her date of birth', ['date-of-birth']], ['(b. 2/5/2019)', ['date-of-birth']], ['ganwyd ar yr 2il o Fai 2019', ['date-of-birth']], ['2 Mai 2019 yw ei ddyddiad geni', ['date-of-birth']], ['plan B. On 2 May 2019', []],
  ['lady b. 17.11.1941', ['date-of-birth']], ['dynes g. 17.11.1941', ['date-of-birth']], ['hep b 12/03/2024', []], ['flat 2b 12/03/2025', []], ['the birth was registered on 12 March 2025', []], ['since the baby was born we visited on 12/02/2026', []],
  ['a.b at mail dot example dot org', ['e-mail']], ['07700/900461', ['telephone']], ['ref 0123456789', []],
])('finds in "… %s …" %j', (words, expected) => {
  expect(codes(`The neighbour told us ${words} when asked.`)).toEqual(expected);
});

it('tells stock from a question, and a citation from a reason that cites', () => {
  expect(codes('Public task.')).toEqual(['stock-phrase']);
  expect(codes('Has the family asked for help before?')).toEqual([]);
  expect(codes('Crime and Disorder Act 1998 s115; CA1989-47.')).toEqual(['only-citation']);
  expect(codes('Section 47 turns on whether the burn was seen by a nurse.')).toEqual([]);
});

it.each([
  'Please share what is relevant and proportionate.', 'Requested by MASH for safeguarding reasons.', 'To keep everyone safe.', 'Police check please', 'Duty of care.', 'Working together to safeguard children.', 'As per referral dated 12/10/2026, ref 2026/0417', 'Is the family known to you?', 'We are worried about the child.',
  'As per our conversation.', 'Safeguarding overrides confidentiality.', 'Are there any concerns?', 'Beth mae’r teulu’n ei wybod?', 'Yn ôl y polisi.',
  'I gadw plant yn ddiogel.', 'Gofynnir am resymau diogelu.', 'Gwiriad heddlu os gwelwch yn dda', 'Mae’n ddyletswydd arnom i ofyn.', 'Yn ôl yr arfer.', 'Beth ydych chi’n ei wybod am y teulu?',
])('knows for stock a text whose every word fits any check: %s', (text) => {
  expect(codes(text)).toEqual(['stock-phrase']);
});

it.each(['Are the children registered with you?', 'Has the family asked for help?', 'What support is the family getting from you?', 'GP will know more.', 'A yw’r plant yn aros?', 'Pwy sydd â chyfrifoldeb rhiant?',
  'Is there a plan in place?', 'Is it safe to contact the family?', 'what was the outcome of the strategy discussion', 'Was neglect the reason?', 'Are the checks up to date?', 'Is this section 20?', 'Ydi’r teulu wedi symud?', 'Beth oedd y canlyniad?', 'Beth mae’r person eisiau?'])('leaves a short question that is one: %s', (text) => {
  expect(codes(text)).toEqual([]);
});

it.each(['CA89 s47', 'crime and disorder act 1998 s115', 'Working Together 2023, chapter 1', 'Regulation 12 of the Care Planning Regulations 2010.',
  's.42 Care Act 2014 + sched 1 para 18 DPA 2018', 'O dan Erthygl 6(1)(e) GDPR y DU a Deddf Diogelu Data 2018.', 'Deddf Trais yn erbyn Menywod, Cam-drin Domestig a Thrais Rhywiol (Cymru) 2015', 'adrannau 126-128 DGCLl 2014'])('knows for a citation: %s', (text) => {
  expect(codes(text)).toEqual(['only-citation']);
});

it('takes a number to ring for what it is, never for a citation', () => {
  expect(codes('Contact no 07700 900461')).toEqual(['telephone']);
});

it('warns of a judging word with a plainer one, in both languages', () => {
  const [found] = lint('Mae’r fam yn ystrywgar.', context([], 'cy'));
  expect(found).toMatchObject({ code: 'loaded-word', level: 'warn' });
  expect(found?.sentence.cy).toContain('dywedwch beth a ddywedwyd');
  expect(found?.sentence.en).toContain('say what was said');
});

it('warns of a text that is nearly one of my recent ones, and not of a half-new one', () => {
  const recent = ['Only the nursery has seen how he walks, and that decides by noon whether an examination is needed today or can wait.'];
  expect(lint(recent[0]!.replace('he', 'she'), { ...context([]), recent }).map(({ code }) => code)).toEqual(['near-duplicate']);
  expect(lint('Only the nursery has seen how he walks; we ask about stairs, falls and who carried him home.', { ...context([]), recent })).toEqual([]);
});

it('gives spans inside any text and never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, names) => {
    for (const { start, end, sentence } of lint(text, { names, language: 'cy', recent: [text] }, { atLeast: 60 })) {
      expect(start >= 0 && start < end && end <= text.length).toBe(true);
      expect(sentence.en !== '' && sentence.cy !== '').toBe(true);
    }
  }));
});
