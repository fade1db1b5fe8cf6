import { isSupported } from 'govuk-frontend';
import type { RefObject } from 'react';
import { useEffect } from 'react';

interface GovukClass {
  new (root: HTMLElement): unknown;
  moduleName: string;
}

/**
 * Starts a script of govuk-frontend on a node, once. Only for what React never renders differently: the script changes attributes of
 * its own. Nothing happens until the page says `govuk-frontend-supported` on its body, as with govuk-frontend itself.
 */
export function useGovuk(ref: RefObject<HTMLElement | null>, Class: GovukClass): void {
  useEffect(() => {
    const node = ref.current;
    if (node === null || !isSupported() || node.hasAttribute(`data-${Class.moduleName}-init`)) return;
    new Class(node);
  }, [ref, Class]);
}
