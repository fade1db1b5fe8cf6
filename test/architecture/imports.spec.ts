import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, readWorkspaces } from './house.js';
import type { Import, Workspace } from './house.js';
import { directions, forbiddenDoors, homes, withoutNode } from './walls.js';

const workspaces = readWorkspaces();
const ours = new Map(workspaces.map((workspace) => [workspace.name, workspace]));

// Contract suites are specs that several specs call; their tools are the root's.
const testTools = ['vitest', 'fast-check'];

/** The desk's own build stands beside its sources and runs in Node. */
const builds = ({ file }: Import): boolean => /^apps\/desk\/(?!src\/)/u.test(file);
const product = (workspace: Workspace): Import[] => workspace.imports.filter((each) => !each.inSpec && !builds(each));
const named = (imports: Import[]): string[] => imports.map((each) => `${each.file} imports ${each.specifier}`);

function workspaceAt(folder: string): Workspace {
  const found = workspaces.find((workspace) => workspace.folder === folder);
  if (found === undefined) throw new Error(`${folder} is in the table and not in the house`);
  return found;
}

describe('walls', () => {
  it('the table has a row for every workspace', () => {
    expect(directions.map((row) => row.folder).toSorted()).toEqual(workspaces.map((workspace) => workspace.folder).toSorted());
  });

  it('sees imports however they are written, and no words in comments', () => {
    const text = "import type { A } from '@x/a';\nexport * from './b.js';\n// import c from 'c'\nconst d = await import('node:d');";
    expect(importsOf('f.ts', text).map((each) => each.specifier)).toEqual(['@x/a', './b.js', 'node:d']);
  });

  it.each(directions)('$folder imports only what it may, because $because', ({ folder, may }) => {
    const allowed = new Set(may.map((name) => `@lateral/${name}`));
    const workspace = workspaceAt(folder);
    expect(named(product(workspace).filter((each) => ours.has(each.packageName) && !allowed.has(each.packageName)))).toEqual([]);
    expect([...workspace.dependencies].filter((name) => ours.has(name) && !allowed.has(name))).toEqual([]);
  });

  it.each(homes)('$technology has its home in $homes, because $because', ({ technology, homes: allowed }) => {
    const strangers = workspaces.filter((workspace) => !allowed.includes(workspace.folder));
    expect(named(strangers.flatMap(product).filter((each) => technology.test(each.packageName)))).toEqual([]);
    expect(strangers.filter((workspace) => [...workspace.dependencies].some((name) => technology.test(name))).map((workspace) => workspace.folder)).toEqual([]);
  });

  it.each(forbiddenDoors)('$folder does not enter by $door, because $because', ({ folder, outside = '', door }) => {
    const inside = product(workspaceAt(folder)).filter(({ file }) => outside === '' || !file.startsWith(outside));
    expect(named(inside.filter((each) => door.test(each.specifier) && !each.isTypeOnly))).toEqual([]);
  });

  it.each(withoutNode)('%s imports nothing of Node, because it runs in a browser too', (folder) => {
    expect(named(product(workspaceAt(folder)).filter((each) => each.isBuiltIn))).toEqual([]);
  });

  it('no app is imported by anything but test/, because processes meet on the wire', () => {
    const apps = new Set(workspaces.filter((workspace) => workspace.folder.startsWith('apps/')).map((workspace) => workspace.name));
    expect(named(workspaces.flatMap((workspace) => workspace.imports.filter((each) => apps.has(each.packageName) && each.packageName !== workspace.name)))).toEqual([]);
  });

  it('libs/testing is imported by specs and the player alone, because a fake in the product is a lie, and so is a clock that can be set', () => {
    expect(named(workspaces.filter((workspace) => !['libs/testing', 'tools/play'].includes(workspace.folder)).flatMap(product).filter((each) => each.packageName === '@lateral/testing'))).toEqual([]);
  });
});

describe.each(workspaces)('$folder', (workspace) => {
  it('declares every package it imports', () => {
    const declared = new Set(['', workspace.name, ...workspace.dependencies, ...(workspace.folder === 'libs/testing' ? testTools : [])]);
    expect(named(product(workspace).filter((each) => !declared.has(each.packageName)))).toEqual([]);
    expect(named(workspace.imports.filter((each) => builds(each) && !each.inSpec && !each.specifier.startsWith('virtual:') && !declared.has(each.packageName) && !workspace.buildDependencies.has(each.packageName) && !each.isBuiltIn))).toEqual([]);
  });

  it('refers in its build to exactly the workspaces it depends on', () => {
    const depends = [...workspace.dependencies].flatMap((name) => ours.get(name)?.folder ?? []).toSorted();
    expect([...(workspace.references ?? depends)].toSorted()).toEqual(depends);
  });

  it('enters other workspaces by their doors, and itself by none', () => {
    const wrong = workspace.imports.filter((each) => {
      const other = ours.get(each.packageName);
      return other !== undefined && (other === workspace || !other.doors.has(each.specifier));
    });
    expect(named(wrong)).toEqual([]);
  });

  it('does not climb out of its own folder', () => {
    expect(named(workspace.imports.filter((each) => leaves(workspace, each)))).toEqual([]);
  });
});

/** A relative path that climbs out of the workspace walks around its doors. A spec may use what stands under test/. */
function leaves(workspace: Workspace, each: Import): boolean {
  if (!each.specifier.startsWith('.')) return false;
  const target = join(dirname(each.file), each.specifier);
  return !target.startsWith(`${workspace.folder}/`) && !(each.inSpec && target.startsWith('test/'));
}
