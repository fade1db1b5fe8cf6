// @ts-check
// Starts an app from its one file, with the code that V8 compiled when it was built: nothing is read, resolved or compiled module by
// module. Lies beside the bundle, where tools/services/src/bundle.mjs puts it.
/* global __dirname */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

/**
 * @param {string} bundle name of the bundle, which says what is in it: another build has another name
 * @returns {{ script: Script, entries: Record<string, () => void> }}
 */
function load(bundle) {
  const filename = join(__dirname, `${bundle}.cjs`);
  // The bundler writes ASCII, so each byte is a letter: reading it as such spares the decoding.
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'latin1')}\n})`;
  const cachedData = readOr(join(__dirname, `${bundle}.cache`));
  // Another Node than the one that made it refuses the compiled code and compiles the source.
  const script = new Script(source, { filename, ...(cachedData === undefined ? {} : { cachedData }) });
  nameSources(filename, join(__dirname, `${bundle}.places.json`));
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, require, loaded, filename, __dirname);
  return { script, entries: loaded.exports };
}

/** @param {string} file */
function readOr(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/**
 * Stack traces name our source files and their lines, as source maps would; the table is read when the first is asked for.
 * @param {string} filename of the bundle
 * @param {string} table
 */
function nameSources(filename, table) {
  /** @type {{ files: string[], ranges: { from: number, file: number, lines: number[] }[] } | undefined} */
  let places;
  const sourceOf = (/** @type {number} */ line) => {
    places ??= JSON.parse(String(readOr(table) ?? '{"files":[],"ranges":[]}'));
    const range = places?.ranges.find(({ from, lines }) => line >= from && line < from + lines.length);
    return range === undefined ? undefined : `${places?.files[range.file]}:${range.lines[line - range.from]}`;
  };
  Error.prepareStackTrace = (error, frames) => [titleOf(error), ...frames.map((frame) => {
    const [text, line] = [String(frame), frame.getLineNumber()];
    const source = frame.getFileName() === filename && line !== null ? sourceOf(line) : undefined;
    return `    at ${source === undefined ? text : text.replace(`${filename}:${line}`, source)}`;
  })].join('\n');
}

/** @param {unknown} error */
function titleOf(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}

module.exports = { load };
