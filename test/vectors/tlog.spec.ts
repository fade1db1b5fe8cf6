import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  Frontier, fromBase64, leafHash, noteVerifier, openCheckpoint, parseNote, parseTlogProof, parseVerifierKey, splitCosignature, toBase64,
  verifyConsistency, verifyInclusion, verifyNote,
} from '@lateral/tlog';

const folder = join(process.cwd(), '..', 'shared', 'vectors', 'tlog');
const unhex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const bytes = (text: string) => fromBase64(text) ?? new Uint8Array(0);

interface InclusionVector { leafIdx: number; treeSize: number; root: string; leafHash: string; proof: string[] | null; desc: string; wantErr: boolean }
interface ConsistencyVector { size1: number; size2: number; root1: string; root2: string; proof: string[] | null; desc: string; wantErr: boolean }

function vectorsOf(kind: string): string[] {
  return readdirSync(join(folder, kind), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).map((name) => join(folder, kind, name));
}
const read = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;

describe('vectors of transparency-dev/merkle', () => {
  if (!existsSync(folder)) {
    it.skip('inclusion and consistency: ../shared/vectors/tlog is absent beside the project', () => undefined);
    return;
  }
  const inclusion = vectorsOf('inclusion');
  const consistency = vectorsOf('consistency');

  it('are there, of both kinds', () => {
    expect(inclusion.length).toBeGreaterThan(0);
    expect(consistency.length).toBeGreaterThan(0);
  });

  it.each(inclusion.map((file) => [file.slice(folder.length + 1), file] as const))('%s', (_, file) => {
    const v = read<InclusionVector>(file);
    const verdict = verifyInclusion({ leafHash: bytes(v.leafHash), index: v.leafIdx, size: v.treeSize, path: (v.proof ?? []).map(bytes), root: bytes(v.root) });
    expect(verdict).toBe(!v.wantErr);
  });

  it.each(consistency.map((file) => [file.slice(folder.length + 1), file] as const))('%s', (_, file) => {
    const v = read<ConsistencyVector>(file);
    const verdict = verifyConsistency({ from: v.size1, to: v.size2, fromRoot: bytes(v.root1), toRoot: bytes(v.root2), path: (v.proof ?? []).map(bytes) });
    expect(verdict).toBe(!v.wantErr);
  });
});

describe('the reference tree of Certificate Transparency', () => {
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(unhex);
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ].map(unhex);

  it('has its eight roots', () => {
    const tree = new Frontier();
    for (const [i, leaf] of leaves.entries()) {
      tree.append(leafHash(leaf));
      expect(tree.root()).toEqual(roots[i]);
    }
    expect(toBase64(tree.root())).toBe('XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=');
  });
});

describe('notes written by others', () => {
  const example = 'This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
  const sumdb = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  const notes: [string, string, string][] = [
    ['C2SP signed-note', 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k', example],
    ['the Go checksum database', 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', sumdb],
  ];

  it.each(notes)('%s verifies, and one letter changed does not', (_, vkey, note) => {
    const verifier = noteVerifier(parseVerifierKey(vkey)!);
    expect(verifyNote(note, [verifier])).toMatchObject({ ok: true });
    expect(verifyNote(note.replace('is', 'Is'), [verifier])).toEqual({ ok: false, code: 'bad-signature' });
  });

  const cosigned = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n'
    + '\u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n'
    + '\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n';

  it('C2SP tlog-cosignature is read: log, size, witness and the time it signed', () => {
    const anyLog = { name: 'example.com/behind-the-sofa', keyId: 0x033de0ae, verify: () => true };
    expect(openCheckpoint(cosigned, anyLog)).toMatchObject({ ok: true, checkpoint: { origin: 'example.com/behind-the-sofa', size: 20852163 } });
    const line = parseNote(cosigned)!.signatures[1]!;
    expect([line.name, splitCosignature(line.signature)?.time]).toEqual(['witness.example.com/w1', 1679315147]);
  });

  it('a C2SP tlog-proof laid out as the specification lays it out is read', () => {
    const path = ['gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=', 'B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA='];
    const text = `c2sp.org/tlog-proof@v1\nextra ZGF0YQ==\nindex 73894\n${path.join('\n')}\n\n${cosigned}`;
    expect(parseTlogProof(text)).toEqual({ extra: bytes('ZGF0YQ=='), index: 73894, path: path.map(bytes), checkpoint: cosigned });
  });
});
