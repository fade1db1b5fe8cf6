import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MEMBER_ROLES, type MemberRole } from '@lateral/contracts';
import { Checkboxes, Details, Radios } from '../components/index.js';
import type { RosterEntry } from '../crypto/protocol.js';
import { useNames } from '../data/people.js';
import { rolesInWords } from './change-words.js';
import type { MemberDraft } from './next-draft.js';

interface MemberChoiceProps { entry: RosterEntry; draft: MemberDraft; onChange: (draft: MemberDraft) => void; errorOf: (field: string) => string | undefined }

/** What becomes of somebody who belongs: nothing, an end, or other roles. */
export function MemberChoice({ entry: { member, roles }, draft, onChange, errorOf }: MemberChoiceProps): ReactElement {
  const { t } = useTranslation('agency');
  const nameOf = useNames();
  const name = nameOf(member);
  const [wrong, wrongRoles] = [errorOf(`what-${member}`), errorOf(`roles-${member}`)];
  const ticks = (
    <Checkboxes name={`roles-${member}`} small legend={t('next.rolesOf', { name })} legendSize="s" error={wrongRoles} values={draft.roles} onChange={(values) => { onChange({ ...draft, roles: values as MemberRole[] }); }} items={MEMBER_ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))} />
  );
  return (
    <Details summary={t('next.memberOf', { name, roles: rolesInWords(roles, t) })} open={wrong !== undefined || wrongRoles !== undefined ? true : undefined}>
      <Radios
        name={`what-${member}`} legend={name} legendSize="s" small error={wrong} value={draft.what} onChange={(what) => { onChange({ ...draft, what: what as MemberDraft['what'] }); }}
        items={[{ value: 'keep', label: t('next.keep') }, { value: 'ends', label: t('next.ends') }, { value: 'roles', label: t('next.changes'), conditional: ticks }]}
      />
    </Details>
  );
}
