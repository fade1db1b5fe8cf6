/** Moves focus to something that is not a control; it can be focused no more once left. `onLeave` runs then. */
export function takeFocus(node: HTMLElement, { onLeave, ...how }: FocusOptions & { onLeave?: () => void } = {}): void {
  const already = node.hasAttribute('tabindex');
  if (!already) node.setAttribute('tabindex', '-1');
  node.addEventListener('blur', () => {
    if (!already) node.removeAttribute('tabindex');
    onLeave?.();
  }, { once: true });
  node.focus(how);
}
