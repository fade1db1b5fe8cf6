import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

const MOST = 50;
const LONGEST_MS = 2_000;

/** A new page begins at its top; Back begins where it was left, once there is enough of it. Kept in this page only. */
export function useScroll(): void {
  const { key, pathname } = useLocation();
  const way = useNavigationType();
  const left = useRef(new Map<string, number>());
  const lastPath = useRef(pathname);
  useEffect(() => {
    history.scrollRestoration = 'manual';
    const kept = left.current;
    const keep = (): void => {
      kept.delete(key);
      kept.set(key, scrollY);
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    };
    const isAnother = lastPath.current !== pathname;
    lastPath.current = pathname;
    const y = way === 'POP' ? kept.get(key) ?? 0 : 0;
    const stop = y > 0 ? goBackTo(y) : undefined;
    if (y === 0 && isAnother) scrollTo(0, 0);
    addEventListener('scroll', keep, { passive: true });
    return () => { stop?.(); removeEventListener('scroll', keep); };
  }, [key, pathname, way]);
}

/** Scrolls there as soon as the page is long enough, unless somebody scrolls first. */
function goBackTo(y: number): () => void {
  const there = (): boolean => document.documentElement.scrollHeight >= y + innerHeight;
  const watch = new ResizeObserver(() => { if (there()) { scrollTo(0, y); stop(); } });
  const late = setTimeout(() => { stop(); }, LONGEST_MS);
  const stop = (): void => {
    watch.disconnect();
    clearTimeout(late);
    for (const event of ['wheel', 'keydown', 'pointerdown']) removeEventListener(event, stop);
  };
  for (const event of ['wheel', 'keydown', 'pointerdown']) addEventListener(event, stop, { passive: true });
  watch.observe(document.body);
  return stop;
}
