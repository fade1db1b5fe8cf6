import type { TeamKeyCopy } from '@lateral/contracts';
import { unwrapTeamCopy, type FormerTeam, type PrivateKey, type TeamCopyOpened, type TeamCopyRefusal } from '@lateral/envelope/keys';

/**
 * Opens a member's copies of the team key. `teams`: the agency as it stands, then as it stood under keys that were replaced; a copy has to be one
 * of theirs. What is refused is said by the agency as it stands. A key of before opens what was sent then, and nothing is sealed for it.
 */
export async function openCopies(copies: readonly TeamKeyCopy[], teams: readonly FormerTeam[], by: { memberKey: PrivateKey; at: Date }): Promise<{ team: PrivateKey[]; told: { opened: number; refused: TeamCopyRefusal[] } }> {
  const team: PrivateKey[] = [];
  const refused: TeamCopyRefusal[] = [];
  for (const copy of copies) {
    const [first, ...others] = teams.map((each) => () => unwrapTeamCopy(copy, { ...each, ...by }));
    const now = await first?.() ?? { ok: false, code: 'other-agency' };
    const found = now.ok ? now : await firstOf(others);
    if (found?.ok === true) team.push(found.copy);
    else if (!now.ok) refused.push(now.code);
  }
  return { team, told: { opened: team.length, refused } };
}

async function firstOf(tries: readonly (() => Promise<TeamCopyOpened>)[]): Promise<TeamCopyOpened | null> {
  for (const attempt of tries) {
    const opened = await attempt();
    if (opened.ok) return opened;
  }
  return null;
}
