import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.js';
import { errorAt } from '../components/error-at.js';
import { Input } from '../components/input.js';
import { useDesk } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import { useAct } from '../frame/use-act.js';

/** Two groups of the code are asked back, of the paper: a sheet that nobody has printed recovers nothing. */
export function SheetProof({ code, onProven, onBack }: { code: string; onProven: () => void; onBack: () => void }): ReactElement {
  const { t } = useTranslation('firstUse');
  const { random } = useDesk();
  const [places] = useState(() => twoOf(code.split('-').length, random));
  const [typed, setTyped] = useState<readonly string[]>(['', '']);
  const { errors, refuse } = useAct();
  const groups = code.split('-');
  const wrong = places.filter((place, index) => cleaned(typed[index] ?? '') !== groups[place]);
  const check = (): void => {
    if (wrong.length === 0) return onProven();
    refuse(wrong.map((place) => ({ field: idOf(places.indexOf(place)), message: t('proof.wrong', { place: place + 1 }) })));
  };
  return (
    <Page title={t('proof.title')} errors={errors} narrow>
      <p className="govuk-body">{t('proof.how')}</p>
      <form method="dialog" noValidate onSubmit={(event) => { event.preventDefault(); check(); }}>
        {places.map((place, index) => (
          <Input
            key={place} id={idOf(index)} label={t('proof.group', { place: place + 1 })} width={5} value={typed[index]} autoComplete="off" autoCapitalize="characters" spellCheck="false" translate="no"
            error={errorAt(errors, idOf(index))} onChange={({ target }) => { setTyped(typed.map((each, other) => (other === index ? target.value : each))); }}
          />
        ))}
        <div className="govuk-button-group">
          <Button>{t('go')}</Button>
          <Button type="button" variant="secondary" onClick={onBack}>{t('proof.back')}</Button>
        </div>
      </form>
    </Page>
  );
}

const idOf = (index: number): string => `group-${index}`;

function cleaned(typed: string): string {
  return typed.replace(/[\s-]/gu, '').toUpperCase();
}

/** Two different places of so many, in order. */
function twoOf(many: number, random: (length: number) => Uint8Array): number[] {
  const [one = 0, two = 0] = random(2);
  const first = one % many;
  const second = (first + 1 + (two % (many - 1))) % many;
  return [first, second].toSorted((a, b) => a - b);
}
