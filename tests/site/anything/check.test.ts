import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/content/diagnostic.ts';
import { ARTICLE, BASE, BaseProject } from '../../fixtures/base-project.ts';
import { readFileSync } from 'node:fs';
import { runs, tell, TIMEOUT } from './runs.ts';

const EDITION = `${ARTICLE}/en.md`;
/** Files that an editor, or a broken disk, can put anything into. */
const FILES = [EDITION, `${ARTICLE}/ko.md`, `${ARTICLE}/sources.yaml`, 'content/site.yaml', 'content/about/en.md'];

/** What some reader of ours looks for; any of it may come hundreds of times. */
const PIECES = [
  ...'\t\n -:#[]{}()&*!|>\'"%@`^~?$.,;<\\/=+_a0Zé가\u2028\ufeff（）–',
  ...[
    '---\n',
    '- ',
    '[^',
    '](',
    ']: ',
    '\r\n',
    '\ud800',
    '**',
    '*a_ ',
    '~~',
    '```\n',
    '|a|\n|-|\n',
    '> ',
    '1. ',
    '## ',
  ],
  ...['&#x41;', '&#x202e;', '[!NOTE]\n', '[^post-closing]', 'www.a', 'https://', 'a@b.c', '<a b="', 'ABC ', '(ABC)'],
  ...[
    'date: ',
    'about 2',
    '2025-',
    '1 to ',
    'title: x\n',
    '"a": ',
    '? ',
    '&a ',
    '*a ',
    '!!str ',
    '[](#',
    '../',
    'span ',
  ],
];

let project: BaseProject;
let worker: Worker;
let tries = 0;

beforeAll(() => {
  project = new BaseProject();
  worker = new Worker(join(import.meta.dirname, 'check-worker.ts'), { execArgv: [] });
});

afterAll(async () => {
  project.remove();
  await worker.terminate();
  tell('content', tries);
});

/** Checks one file in the place of a good one: no exception, within 2 s of this machine's work, places inside the file. */
async function holds(file: string, content: string | Uint8Array): Promise<void> {
  tries++;
  project.write(file, content);
  worker.postMessage(project.root);
  const answer = (await once(worker, 'message')) as unknown[];
  const { diagnostics, cost } = answer[0] as { diagnostics: readonly Diagnostic[]; cost: number };
  project.write(file, good(file));
  if (cost > 2_000) throw new Error(`the check takes ${Math.round(cost)} ms`);
  const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(Buffer.from(content));
  const lines = text.split(/\r\n?|\n/);
  for (const found of diagnostics) {
    expect(found.message).not.toMatch(/[\x00-\x1f]|Maximum call stack|undefined|\[object/);
    expect(found.line).toBeGreaterThan(0);
    expect(found.column).toBeGreaterThan(0);
    if (found.file !== file) continue;
    expect(found.line).toBeLessThanOrEqual(lines.length);
    expect(found.column).toBeLessThanOrEqual((lines[found.line - 1] as string).length + 1);
  }
}

const good = (file: string): string => readFileSync(join(BASE, file), 'utf8');

/** A file and what stands in it. */
type Content = readonly [file: string, content: string | Uint8Array];

const bytes: fc.Arbitrary<Content> = fc.tuple(fc.constantFrom(...FILES), fc.uint8Array({ maxLength: 300 }));

const pieces = fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.oneof(fc.constant(1), fc.nat(3), fc.nat(900))), {
  maxLength: 5,
});
/** Something anywhere in what was good. */
const mixed: fc.Arbitrary<Content> = fc
  .tuple(fc.constantFrom(...FILES), fc.nat(), fc.nat(60), pieces, fc.oneof(fc.constant(1), fc.nat(200)))
  .map(([file, place, cut, parts, times]) => {
    const text = good(file);
    const at = place % (text.length + 1);
    const part = parts.map(([piece, often]) => piece.repeat(often)).join('');
    return [file, text.slice(0, at) + part.repeat(times).slice(0, 150_000) + text.slice(at + cut)];
  });

const KEYS = [...(good(EDITION).split('---')[1] ?? '').matchAll(/^([a-zA-Z]+):/gm)].map(([, key]) => key as string);
/** Any YAML value under any key. */
const values: fc.Arbitrary<Content> = fc
  .tuple(fc.constantFrom(...KEYS), fc.jsonValue({ maxDepth: 4 }))
  .map(([key, value]) => {
    const entry = new RegExp(`^${key}:[^]*?(?=^[a-zA-Z]+:|^---$)`, 'm');
    return [EDITION, good(EDITION).replace(entry, () => `${key}: ${JSON.stringify(value)}\n`)];
  });

it(
  'whatever stands in a file is said in lines that point into it',
  async () => {
    const content = fc.oneof(
      { weight: 1, arbitrary: bytes },
      { weight: 4, arbitrary: mixed },
      { weight: 2, arbitrary: values },
    );
    await fc.assert(
      fc.asyncProperty(content, ([file, written]) => holds(file, written)),
      runs(80),
    );
  },
  TIMEOUT,
);
