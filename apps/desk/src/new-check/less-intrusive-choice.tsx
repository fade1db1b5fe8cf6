import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LESS_INTRUSIVE, type LessIntrusive } from '@lateral/domain';
import { Radios } from '../components/index.js';

/** Which less intrusive way was considered. */
export function LessIntrusiveChoice({ value, onChange, error }: { value: LessIntrusive | null; onChange: (way: LessIntrusive) => void; error: ReactNode }): ReactElement {
  const { t } = useTranslation(['newCheck', 'codes']);
  return (
    <Radios
      name="less-intrusive" legend={t('why.less')} legendSize="m" error={error} value={value ?? ''} onChange={(way) => { onChange(way as LessIntrusive); }}
      items={LESS_INTRUSIVE.toReversed().map((way) => ({ value: way, label: t(`codes:lessIntrusive.${way}`) }))}
    />
  );
}
