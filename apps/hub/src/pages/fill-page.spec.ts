import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fillPage } from './fill-page.js';

const NOTHING = { so: new Set<string>(), agencies: [] };

describe('fillPage', () => {
  it('keeps what is so and drops what is not, one inside another', () => {
    const template = 'a<!--when notice-->[<!--when refused-->R<!--end--><!--when away-->A<!--end-->]<!--end-->b';
    expect(fillPage(template, NOTHING)).toBe('ab');
    expect(fillPage(template, { ...NOTHING, so: new Set(['notice', 'away']) })).toBe('a[A]b');
    expect(fillPage(template, { ...NOTHING, so: new Set(['away']) })).toBe('ab');
  });

  it('repeats what is said of each agency', () => {
    expect(fillPage('<ul><!--each agency--><li>{agency} {name}</li>\n<!--end--></ul>', { ...NOTHING, agencies: [{ agency: 'a', name: 'A' }, { agency: 'b', name: 'B' }] })).toBe('<ul><li>a A</li>\n<li>b B</li></ul>');
  });

  it('lets no name or id become markup, an address or a placeholder', () => {
    const text = fc.string({ unit: fc.constantFrom('<', '>', '"', '\'', '&', '{', '}', '!', '-', 'a', ' ', 'name', 'agency', '<!--end-->', '<!--when x-->') });
    fc.assert(fc.property(text, text, (agency, name) => {
      const page = fillPage('<a href="?agency=<!--each agency-->{agency}">{name}</a><!--end-->.', { ...NOTHING, agencies: [{ agency, name }] });
      const [, address = '', words = ''] = /^<a href="\?agency=([^"<>]*)">([^<>"]*)<\/a>\.$/u.exec(page) ?? [];
      const read = (given: string): string => given.replaceAll(/&(amp|lt|gt|quot|#39);/gu, (_, code: string) => ({ 'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', '#39': '\'' })[code] ?? '');
      expect([decodeURIComponent(read(address)), read(words)]).toEqual([agency, name]);
    }));
  });
});
