import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Custodian } from '../world/custodians.js';
import { retireEpochs, storeKit } from '../world/epochs.js';
import { ORIGIN, type AtDesk } from './at-desk.js';
import { DeskWorld } from './desk-world.js';
import { filled, like } from './words.js';

/* Page "An old epoch is deleted" of docs/keys.md, by two custodians at their desks: one in English prints the papers, the other in Welsh tries them and signs. */
const LIMIT_MS = 180_000;
const SCHOOL = 'school-north';

let world: DeskWorld;
let machines: [Custodian, Custodian];
let old: string[];
let papers: string[];
/** The words of the epoch, as the first custodian sees them. */
let words: string[];

beforeAll(async () => {
  // The second of them has an account of their own at the provider.
  world = await DeskWorld.start({ members: { [SCHOOL]: [{ roles: ['custodian'] }, { roles: ['custodian', 'team_manager', 'signatory'] }] } });
  machines = await Custodian.both(world.people.door, SCHOOL);
  old = await retireEpochs(machines, world.people.memberOf(SCHOOL, 'practitioner'));
  expect((await storeKit(machines[0], [], new Date(Date.now() - 60_000))).status).toBe(204);
  // No list waits; and the hub takes none that deletes before there is a new kit.
  world.watch.meant.push(/\/v1\/roster-proposals$/u);
}, LIMIT_MS);
afterAll(async () => { await world.end(); }, LIMIT_MS);

async function atKeys(person: AtDesk): Promise<void> {
  await person.page.goto(`${ORIGIN}/agency/keys`);
  await person.unlockIfLocked();
  await person.at(person.words.agency.keys.title);
}

const lettersOf = (paper: string): string[] => (paper.split(' ').at(-1) ?? '').split('-');

describe('an old key of the team', () => {
  it('is chosen by its months and words, and three new papers are printed before the list waits', async () => {
    const first = await world.seat({ agency: SCHOOL, role: 'custodian' });
    const { page, words: { agency } } = first;
    await atKeys(first);
    await first.shown(page.getByRole('button', { name: agency.epochs.open, exact: true }));
    await first.button(agency.epochs.open);
    await first.at(agency.epochs.title);
    await first.choose(like(agency.epochs.months), 'checkbox');
    await first.shown(page.locator('ol[lang=cy] li').nth(5));
    words = await page.locator('ol[lang=cy] li').allInnerTexts();
    expect(await page.getByText(agency.epochs.standing.newest).count()).toBe(1);
    await first.look('old keys, one chosen');
    await first.button(agency.next.go);
    await first.at(agency.epochs.sure);
    await first.look('before an old key is deleted');
    await first.button(agency.epochs.sureDo);
    await first.at(agency.papers.title);
    papers = await page.locator('.desk-paper__code').allInnerTexts();
    expect(papers.map((paper) => /^LATERAL KIT SHARE (\d) of 3/u.exec(paper)?.[1])).toEqual(['1', '2', '3']);
    await first.look('three recovery papers');
    await page.emulateMedia({ media: 'print' });
    for (const paper of papers) expect(await page.getByText(paper, { exact: true }).isVisible()).toBe(true);
    for (const hidden of [agency.papers.how, agency.papers.printed, agency.nav.people]) expect([hidden, await page.getByText(hidden, { exact: true }).first().isVisible()]).toEqual([hidden, false]);
    await page.emulateMedia({ media: null });
    await first.button(agency.papers.printed);
    await first.at(agency.papers.proof);
    for (const at of [0, 1, 2]) {
      const [, place = 0] = ((await page.locator(`label[for=paper-group-${at}]`).innerText()).match(/\d+/gu) ?? []).map(Number);
      await first.type(`paper-group-${at}`, lettersOf(papers[at] ?? '')[place - 1] ?? '');
    }
    await first.look('a group of each paper');
    await first.button(agency.papers.go);
    await first.shown(page.getByText(filled(agency.keys.proposed, { version: 3 })));
    expect((await machines[0].own()).roster.document.version).toBe(2);
  }, LIMIT_MS);

  it('is deleted by the other custodian, who sees the same words, tries two of the papers and signs', async () => {
    const second = await world.seat({ agency: SCHOOL, role: 'team_manager', language: 'cy' });
    const { page, words: { agency } } = second;
    await atKeys(second);
    await second.shown(page.getByText(like(agency.proposal.deletes)));
    await second.shown(page.getByText(agency.deletes.warning));
    const seen = await page.locator('form ol[lang=cy] li').allInnerTexts();
    expect(seen).toEqual(words);
    await second.choose(agency.deletes.looked, 'checkbox');
    await second.button(agency.proposal.sign);
    await second.shown(page.getByRole('alert').getByText(agency.deletes.papersNeeded));
    await second.look('a list that deletes, papers not tried', { focus: 'summary' });
    await second.type('first-paper', papers[2] ?? '');
    await second.type('second-paper', papers[0] ?? '');
    await second.button(agency.deletes.try);
    await second.shown(page.getByText(like(agency.deletes.opens)));
    await second.look('a list that deletes, papers tried');
    await second.button(agency.proposal.sign);
    await second.shown(page.getByText(filled(agency.keys.published, { version: 3 })));
    expect((await machines[0].own()).roster.document.deletedEpochs).toEqual(old);
  }, LIMIT_MS);

  it('left every page sound, and no paper ever left a browser', async () => {
    for (const letters of papers.flatMap((paper) => [paper, lettersOf(paper).join('-')])) expect(world.wire.bytes.includes(letters)).toBe(false);
    await world.guards();
  }, LIMIT_MS);
});
