import type { IncomingHttpHeaders } from 'node:http';

/** What a client says it takes (RFC 9110 section 12.5.3), in lower case; what it says it takes by no means is left out. */
export function encodingsTaken({ 'accept-encoding': taken = '' }: Pick<IncomingHttpHeaders, 'accept-encoding'>): string[] {
  return taken.toLowerCase().split(',').map((each) => each.trim().split(/\s*;\s*/u)).filter(([, quality]) => !/^q=0(?:\.0*)?$/u.test(quality ?? '')).map(([name]) => name ?? '');
}
