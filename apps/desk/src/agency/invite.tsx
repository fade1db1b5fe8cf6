import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MEMBER_ROLES, type InvitationBody, type InvitationReply, type MemberRole } from '@lateral/contracts';
import { Button, Checkboxes, errorAt, Input } from '../components/index.js';
import { useDesk, useMember } from '../frame/desk.js';
import type { Act } from '../frame/use-act.js';
import { useOutgoing } from '../frame/use-outgoing.js';
import { HubProblem, type WriteKey } from '../hub/hub.js';
import type { ShownCode } from './code-shown.js';
import { useListsAnew } from './use-list.js';

const PSEUDONYM = /^[a-z0-9][a-z0-9-]{1,63}$/u;
/** Whoever keeps keys, signs for the agency or looks over its shoulder is brought in by a custodian. */
const BY_CUSTODIANS: readonly MemberRole[] = ['custodian', 'signatory', 'data_protection_officer', 'caldicott_guardian'];

export function rolesToInvite(own: readonly MemberRole[]): MemberRole[] {
  return MEMBER_ROLES.filter((role) => own.includes('custodian') || !BY_CUSTODIANS.includes(role));
}

/** A pseudonym by chance: sixteen digits and letters that no name fits. */
export function drawnPseudonym(random: (length: number) => Uint8Array): string {
  return `u-${[...random(8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

export function Invite({ act, onCode }: { act: Act; onCode: (code: ShownCode) => void }): ReactElement {
  const { t } = useTranslation('agency');
  const { random } = useDesk();
  const { roles: own } = useMember();
  const [member, setMember] = useState(() => drawnPseudonym(random));
  const [roles, setRoles] = useState<readonly MemberRole[]>([]);
  const { invite, forget } = useInviting(act, onCode);
  const errorOf = (id: string): string | undefined => errorAt(act.errors, id);
  const send = (): void => {
    const wrong = [...(PSEUDONYM.test(member) ? [] : [{ field: 'invite-pseudonym', message: t('invite.needsPseudonym') }]), ...(roles.length > 0 ? [] : [{ field: 'invite-roles', message: t('invite.needsRole') }])];
    if (wrong.length > 0) return act.refuse(wrong);
    act.clear();
    void invite(member, roles);
  };
  const change = (set: () => void): void => { forget(); set(); };
  return (
    <section aria-labelledby="invite-title">
      <h2 className="govuk-heading-m" id="invite-title">{t('invite.title')}</h2>
      <p className="govuk-body">{t('invite.how')} {t('code.how')}</p>
      <form method="dialog" noValidate onSubmit={(event) => { event.preventDefault(); send(); }}>
        <Input id="invite-pseudonym" label={t('invite.pseudonym')} hint={t('invite.pseudonymHint')} width={20} value={member} error={errorOf('invite-pseudonym')} onChange={({ target }) => { change(() => { setMember(target.value.trim()); }); }} autoComplete="off" spellCheck="false" translate="no" />
        <Button type="button" variant="secondary" onClick={() => { change(() => { setMember(drawnPseudonym(random)); }); }}>{t('invite.other')}</Button>
        <Checkboxes name="invite-roles" small legend={t('roles')} legendSize="s" error={errorOf('invite-roles')} values={roles} onChange={(values) => { change(() => { setRoles(values as MemberRole[]); }); }} items={rolesToInvite(own).map((role) => ({ value: role, label: t(`role.${role}`), hint: t(`does.${role}`) }))} />
        <Button disabled={act.busy}>{t('invite.invite')}</Button>
      </form>
    </section>
  );
}

function useInviting(act: Act, onCode: (code: ShownCode) => void): { invite: (member: string, roles: readonly MemberRole[]) => Promise<void>; forget: () => void } {
  const { t } = useTranslation('agency');
  const { hub, keeper, newId } = useDesk();
  const anew = useListsAnew();
  const outgoing = useOutgoing<InvitationBody, InvitationReply>(async (body: InvitationBody, key: WriteKey) => {
    await keeper.confirm('change-roster', [body.id]);
    return hub.invite(body, key);
  });
  const invite = async (member: string, roles: readonly MemberRole[]): Promise<void> => {
    let isTaken = false;
    let shown: ShownCode | null = null;
    await act.run(async () => {
      try {
        const { code, expires } = await outgoing.send(() => Promise.resolve({ id: newId(), member, roles: [...roles] }));
        shown = { kind: 'invitation', member, code, expires };
        await anew().catch(() => undefined);
      } catch (error) {
        isTaken = error instanceof HubProblem && error.code === 'id-taken';
        if (!isTaken) throw error;
      }
    });
    if (isTaken) act.refuse([{ field: 'invite-pseudonym', message: t('invite.taken') }]);
    if (shown !== null) onCode(shown);
  };
  return { invite, forget: outgoing.forget };
}
