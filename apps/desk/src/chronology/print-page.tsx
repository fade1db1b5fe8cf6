import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { CheckView, ExportForm } from '@lateral/contracts';
import { Button, Checkboxes, errorAt, InsetText, NotificationBanner, Radios } from '../components/index.js';
import { OpenEverything } from '../check/check-page.js';
import { pathTo } from '../check/path-to.js';
import { saveFile } from '../check/save-file.js';
import { useCheck } from '../data/work.js';
import { Page } from '../frame/page.js';
import { Loading, Shown } from '../frame/reading.js';
import { useAct, type Act } from '../frame/use-act.js';
import { Form } from '../new-check/form.js';
import { showingFrom } from './address.js';
import { csvOf, tabbedOf } from './copied.js';
import { COLUMNS, tableOf, type Line } from './lines.js';
import { Sheet } from './sheet.js';
import { exportOf, useExporting } from './use-exporting.js';
import { FOR, useLines, type Asked } from './use-lines.js';
import { useChronology } from './use-chronology.js';

/** Before anything leaves the screen: for whom, with names or initials, with what is restricted or without it. */
export function Component(): ReactElement {
  const { t } = useTranslation('chronology');
  const { reference = '' } = useParams();
  const [asked] = useSearchParams();
  const query = useCheck(reference);
  const act = useAct();
  const back = asked.toString();
  const [sheet, setSheet] = useState<Asked | null>(null);
  return (
    <Page title={t('sheet.title')} heading={t(sheet === null ? 'sheet.title' : 'title')} caption={reference} back={{ href: `${pathTo(reference, '/chronology')}${back === '' ? '' : `?${back}`}`, label: t('sheet.toChronology') }} errors={act.errors}>
      <Shown query={query} what={t('what')}>{(check) => <Asking key={check.id} check={check} act={act} sheet={sheet} setSheet={setSheet} />}</Shown>
    </Page>
  );
}

const FIRST: Asked = { who: null, names: 'initials', withRestricted: false };

function Asking({ check, act, sheet, setSheet }: { check: CheckView; act: Act; sheet: Asked | null; setSheet: (sheet: Asked | null) => void }): ReactElement {
  const { t } = useTranslation(['chronology', 'frame']);
  const showing = showingFrom(useSearchParams()[0]);
  const made = useChronology(check, showing);
  const [asked, setAsked] = useState<Asked>(FIRST);
  const [said, setSaid] = useState<string | null>(null);
  const linesFor = useLines(made);
  const tell = useExporting(check.reference);
  const isAsked = (then: () => void) => (): void => {
    const fault = faultOf(asked, linesFor(asked).lines, made.erased);
    if (fault !== null) return act.refuse([{ field: fault.field, message: t(`sheet.${fault.code}`) }]);
    act.clear();
    setSaid(null);
    then();
  };
  // Nothing leaves before the hub has been told that it does.
  const leaves = (form: ExportForm, how: Asked, then: () => unknown): void => void act.run(async () => {
    await tell(exportOf(form, made, how));
    await then();
  });
  // What somebody left out is not to leave because it was not known yet that they did.
  if (!made.draft.ready) return <Loading what={t('what')} />;
  if (sheet !== null) return <Sheet reference={check.reference} asked={sheet} {...linesFor(sheet, 'paper')} erased={made.erased} again={() => { leaves('print', sheet, () => { globalThis.print(); }); }} back={() => { act.clear(); setSheet(null); }} />;
  const head = COLUMNS.map((column) => t(`column.${column}`));
  const rows = (): string[][] => tableOf(linesFor(asked).lines);
  const copy = async (): Promise<void> => { setSaid(t(await navigator.clipboard.writeText(tabbedOf(head, rows())).then(() => 'sheet.copied' as const, () => 'sheet.notCopied' as const))); };
  return (
    <>
      {said !== null && <NotificationBanner key={said} title={t('frame:important')} titleId="said" heading={said} role="alert" />}
      <OpenEverything whole={made.whole} act={act} />
      <Form onSubmit={isAsked(() => { leaves('print', asked, () => { setSheet(asked); }); })}>
        {Object.keys(showing.filter).length > 0 && <InsetText>{t('sheet.filtered')}</InsetText>}
        <Questions asked={asked} set={setAsked} errorAt={(at) => errorAt(act.errors, at)} />
        <div className="govuk-button-group">
          <Button type="submit">{t('sheet.print')}</Button>
          <Button type="button" variant="secondary" onClick={isAsked(() => { leaves('copy', asked, copy); })}>{t('sheet.copy')}</Button>
          <Button type="button" variant="secondary" onClick={isAsked(() => { leaves('csv', asked, () => { saveFile(csvOf(head, rows()), `${check.reference}.csv`, 'text/csv;charset=utf-8'); setSaid(t('sheet.saved')); }); })}>{t('sheet.csv')}</Button>
        </div>
      </Form>
    </>
  );
}

/** How much was erased is worth a page of its own. */
function faultOf({ who }: Asked, lines: readonly Line[], erased: number): { field: 'who' | 'restricted'; code: 'needed' | 'nothing' } | null {
  if (who === null) return { field: 'who', code: 'needed' };
  return erased === 0 && lines.every(({ gap }) => gap !== null) ? { field: 'restricted', code: 'nothing' } : null;
}

function Questions({ asked, set, errorAt }: { asked: Asked; set: (asked: Asked) => void; errorAt: (field: 'who' | 'restricted') => Parameters<typeof Radios>[0]['error'] }): ReactElement {
  const { t } = useTranslation('chronology');
  return (
    <>
      <Radios name="who" legend={t('sheet.who')} legendSize="m" inline error={errorAt('who')} value={asked.who ?? ''} onChange={(who) => { set({ ...asked, who: who as Asked['who'] }); }} items={FOR.map((who) => ({ value: who, label: t(`sheet.${who}`) }))} />
      <Radios name="names" legend={t('sheet.names')} legendSize="m" value={asked.names} onChange={(names) => { set({ ...asked, names: names as Asked['names'] }); }} items={[{ value: 'initials', label: t('sheet.asInitials'), hint: t('sheet.initialsHint') }, { value: 'names', label: t('sheet.asNames') }]} />
      <Checkboxes name="restricted" legend={t('sheet.restricted')} legendSize="m" error={errorAt('restricted')} values={asked.withRestricted ? ['include'] : []} onChange={(ticked) => { set({ ...asked, withRestricted: ticked.length > 0 }); }} items={[{ value: 'include', label: t('sheet.include'), hint: t('sheet.restrictedHint') }]} />
      <p className="govuk-hint">{t('sheet.care')} {t('sheet.recorded')}</p>
    </>
  );
}
