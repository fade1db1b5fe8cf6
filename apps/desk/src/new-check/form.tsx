import type { ReactElement, ReactNode } from 'react';

/** A form that no browser can send anywhere: what happens on submitting is done here. */
export function Form({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }): ReactElement {
  return <form method="dialog" noValidate autoComplete="off" onSubmit={(event) => { event.preventDefault(); onSubmit(); }}>{children}</form>;
}
