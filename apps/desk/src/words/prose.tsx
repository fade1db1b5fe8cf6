import type { ReactElement } from 'react';

/** Words as they were written, a paragraph to each line. */
export function Prose({ text }: { text: string }): ReactElement {
  return <>{text.split(/\n+/u).filter((line) => line.trim() !== '').map((line, at) => <p key={at} className="govuk-body" translate="no">{line}</p>)}</>;
}
