import { isAlias, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import { ConfigFault, fieldAt } from './config-fault.js';
import type { FaultPlace, Pointer } from './config-fault.js';

/** A YAML file that could be read: plain values, and the line on which each stands. */
export interface YamlFile {
  readonly value: unknown;
  readonly faultAt: (pointer: Pointer, says: string) => FaultPlace;
}

/**
 * Reads the bytes of one file of YAML 1.2 (dates stay text). No anchors, aliases or tags: a file says what it says where it says it.
 * Throws a ConfigFault, which names it `file`, where it is not UTF-8, is not YAML, or holds a key twice.
 */
export function readYaml(file: string, bytes: Uint8Array): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(textOf(file, bytes), { lineCounter: lines, uniqueKeys: true, schema: 'core', version: '1.2', merge: false, prettyErrors: false });
  const faults = [...document.errors, ...document.warnings].map(({ pos, message }) => ({ file, line: lines.linePos(pos[0]).line, field: '', says: `cannot be read as YAML: ${message}` }));
  if (faults.length === 0) faults.push(...clevernessIn(document, lines, file));
  if (faults.length > 0) throw new ConfigFault(faults);
  const faultAt = (pointer: Pointer, says: string): FaultPlace => ({ file, line: lineOf(document, lines, pointer), field: fieldAt(pointer), says });
  return { value: document.toJS() as unknown, faultAt };
}

function textOf(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ConfigFault([{ file, line: 1, field: '', says: 'is not UTF-8 text' }]);
  }
}

// An alias can also be made to unfold into more memory than there is.
function clevernessIn(document: Document, lines: LineCounter, file: string): FaultPlace[] {
  const faults: FaultPlace[] = [];
  visit(document, (_key, node) => {
    if (!isNode(node) || (!isAlias(node) && node.anchor === undefined && node.tag === undefined)) return;
    faults.push({ file, line: lines.linePos(offsetOf(node) ?? 0).line, field: '', says: 'anchors, aliases and tags are not allowed' });
  });
  return faults;
}

/** The line of the key that a pointer ends at; where it leads to nothing, that of the nearest thing around it. */
function lineOf(document: Document, lines: LineCounter, pointer: Pointer): number {
  let node: unknown = document.contents;
  let offset = offsetOf(node) ?? 0;
  for (const step of pointer) {
    if (!isCollection(node)) break;
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
    const next: unknown = pair === undefined ? node.get(step, true) : pair.value;
    const at = offsetOf(pair?.key) ?? offsetOf(next);
    if (at === null) break;
    offset = at;
    node = next;
  }
  return lines.linePos(offset).line;
}

function offsetOf(node: unknown): number | null {
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}
