import { useCallback, useEffect, useMemo, useRef, useState, type FocusEvent } from 'react';

export interface Steady<Row> {
  /** Rows as they stood when somebody came to them. */
  shown: readonly Row[];
  /** How many differ by now: new, gone or changed. */
  waiting: number;
  /** Shows what there is. Also for after an act of one's own. */
  show: () => void;
  /** For the element about the rows: while focus or pointer is in it, nothing there moves. */
  within: { onPointerEnter: () => void; onPointerLeave: () => void; onFocus: () => void; onBlur: (event: FocusEvent<HTMLElement>) => void };
}

const idOf = (row: { id: string }): string => row.id;

/**
 * Nothing moves under the cursor: new rows are shown at once while nobody is at the table, else when they ask for them. `of` names what
 * the rows are of (a filter, a page): where that changes, they are shown at once.
 */
export function useSteady<Row extends { id: string }>(rows: readonly Row[], of = ''): Steady<Row> {
  const [held, setHeld] = useState({ rows, of });
  const isPointed = useRef(false);
  const isFocused = useRef(false);
  const newest = useRef({ rows, of });
  const show = useCallback(() => { setHeld((before) => (isSame(before, newest.current) ? before : newest.current)); }, []);
  const settle = useCallback(() => { if (!isPointed.current && !isFocused.current) show(); }, [show]);
  useEffect(() => {
    newest.current = { rows, of };
    settle();
  }, [settle, rows, of]);
  const within = useMemo(() => ({
    onPointerEnter: () => { isPointed.current = true; },
    onPointerLeave: () => { isPointed.current = false; settle(); },
    onFocus: () => { isFocused.current = true; },
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
      if (relatedTarget !== null && currentTarget.contains(relatedTarget)) return;
      isFocused.current = false;
      settle();
    },
  }), [settle]);
  const shown = held.of === of ? held.rows : rows;
  const waiting = useMemo(() => differing(shown, rows), [shown, rows]);
  return { shown, waiting, show, within };
}

function isSame(one: { rows: readonly { id: string }[]; of: string }, other: { rows: readonly { id: string }[]; of: string }): boolean {
  return one.of === other.of && (one.rows === other.rows || JSON.stringify(one.rows) === JSON.stringify(other.rows));
}

function differing(shown: readonly { id: string }[], rows: readonly { id: string }[]): number {
  if (shown === rows) return 0;
  const there = new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
  const before = new Set(shown.map(idOf));
  return shown.filter((row) => there.get(row.id) !== JSON.stringify(row)).length + rows.filter(({ id }) => !before.has(id)).length;
}
