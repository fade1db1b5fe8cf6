import { EXIT } from './exit.js';
import type { Phrase } from './words/language.js';

const COMMANDS = `  create NAME --mode production|test|demo --out DIR [--sheets DIR2]
  certify-agency --dir DIR --request FILE --fingerprint "XXXX XXXX ..." [--replace-key] [--share FILE --share FILE]
  sign --dir DIR [--part FILE]... [--vouch ID]... [--log KEY --key-log KEY] [--days N] [--share FILE --share FILE]
  renew --dir DIR [--days N] [--share FILE --share FILE]
  revoke-agency ID --reason retired|compromised --dir DIR
  remove-agency ID --dir DIR
  plan-next-root --dir DIR [--sheets DIR2]
  rotate-root --dir DIR [--old-root retired|compromised [--old-share FILE --old-share FILE]] [--days N] [--share FILE --share FILE]
  agency create ID --details FILE --out DIR [--sheets DIR2] [--after ROSTER] [--kit KIT [--share FILE --share FILE]]
  show FILE [--root FINGERPRINT]`;

const DETAILS = `  {"v":1,"type":"agency-details","agency":{"type":"LA_CSC","nation":"E","name":{"en":"...","cy":"..."},"publicAuthority":true,
   "competentAuthority":false,"commissionedProvider":false,"witnesses":[]},"mailbox":{"mailbox":"...","language":"en|cy|both"},
   "custodians":[{"roles":["custodian"],"issuer":"https://...","subject":"..."},{"roles":["custodian"],"issuer":"https://...","subject":"..."}]}`;

/** What `--help` prints. Exit codes are promised here. */
export const HELP: Phrase = {
  en: `npm run partnership -- COMMAND [--lang en|cy]

The offline root of a partnership, and an agency's first keys. Runs on a laptop that is on no network.

${COMMANDS}

Shares that are not given as files are asked for. Sheets are printed one at a time; --sheets writes them as files for a printer, outside the
folder they open. Files are written for their owner alone and are never overwritten. A secret is printed nowhere but on a sheet.
--fingerprint is what the agency read out to you over the telephone. --vouch ID lets the root mark the roster in that agency's part, because
the agency lost its custodians. --after is for an agency that begins again; with --kit it keeps its key, without it has a new one.

Details of an agency (agency create):
${DETAILS}

Ends with: ${EXIT.done} done; ${EXIT.failed} failed for a reason of the machine's; ${EXIT.usage} the command line makes no sense; ${EXIT.refused} a file or field is refused; ${EXIT.shares} the shares do not
open it; ${EXIT.exists} something is there already; ${EXIT.order} not yet, or not in this order.`,
  cy: `npm run partnership -- GORCHYMYN [--lang en|cy]

Gwreiddyn all-lein partneriaeth, ac allweddi cyntaf asiantaeth. Yn rhedeg ar liniadur nad yw ar unrhyw rwydwaith.

${COMMANDS}

Gofynnir am gyfrannau na roddir fel ffeiliau. Argreffir taflenni fesul un; mae --sheets yn eu hysgrifennu'n ffeiliau i argraffydd, y tu allan i'r
ffolder y maent yn ei hagor. Ysgrifennir ffeiliau i'w perchennog yn unig ac ni chânt eu trosysgrifo. Ni phrintir cyfrinach yn unman ond ar daflen.
--fingerprint yw'r hyn a ddarllenodd yr asiantaeth i chi dros y ffôn. Mae --vouch ID yn gadael i'r gwreiddyn nodi'r rhestr aelodau yn rhan yr
asiantaeth honno, am iddi golli ei cheidwaid. Mae --after ar gyfer asiantaeth sy'n dechrau eto; gyda --kit mae'n cadw ei hallwedd, hebddo mae
ganddi un newydd.

Manylion asiantaeth (agency create):
${DETAILS}

Yn gorffen gyda: ${EXIT.done} wedi'i wneud; ${EXIT.failed} methodd y peiriant; ${EXIT.usage} nid yw'r llinell orchymyn yn gwneud synnwyr; ${EXIT.refused} gwrthodwyd ffeil neu faes; ${EXIT.shares} nid yw'r
cyfrannau yn ei agor; ${EXIT.exists} mae rhywbeth yno'n barod; ${EXIT.order} ddim eto, neu ddim yn y drefn hon.`,
};
