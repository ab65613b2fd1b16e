import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/content/diagnostic.ts';
import { ARTICLE, BASE, BaseProject } from '../../fixtures/base-project.ts';
import { readFileSync } from 'node:fs';
import { runs, tell, TIMEOUT } from './runs.ts';

/** Files that an editor, or a broken disk, can put into any place. */
const FILES = [
  `${ARTICLE}/en.md`,
  `${ARTICLE}/ko.md`,
  `${ARTICLE}/sources.yaml`,
  'content/site.yaml',
  'content/about/en.md',
];

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

/** Longer than any check takes, on a machine with much other work; what takes longer goes on for ever. */
const HANGS = 60_000;

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
  const stop = new AbortController();
  const silence = wait(HANGS, undefined, { signal: stop.signal }).then(() => {
    throw new Error('the check does not end');
  });
  const answer = await Promise.race([once(worker, 'message'), silence]);
  stop.abort();
  silence.catch(() => {});
  const { diagnostics, cost } = answer[0] as { diagnostics: readonly Diagnostic[]; cost: number };
  project.write(file, readFileSync(join(BASE, file)));
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

const file = fc.constantFrom(...FILES);
const some = fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.oneof(fc.constant(1), fc.nat(3), fc.nat(900))), {
  maxLength: 5,
});
const written = some.map((parts) => parts.map(([piece, times]) => piece.repeat(times)).join(''));

it(
  'any bytes, and anything anywhere in what was good, is said in lines that point into the file',
  async () => {
    const bytes = fc.tuple(file, fc.uint8Array({ maxLength: 300 }));
    const mixed = fc.tuple(file, fc.nat(), fc.nat(60), written, fc.oneof(fc.constant(1), fc.nat(200)));
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 1, arbitrary: bytes }, { weight: 6, arbitrary: mixed }), async (tried) => {
        if (tried.length === 2) return holds(...tried);
        const [name, place, cut, text, times] = tried;
        const good = readFileSync(join(BASE, name), 'utf8');
        const at = place % (good.length + 1);
        return holds(name, good.slice(0, at) + text.repeat(times).slice(0, 150_000) + good.slice(at + cut));
      }),
      runs(60),
    );
  },
  TIMEOUT,
);

it(
  'any YAML value under any key is said in lines that point into the file',
  async () => {
    const good = readFileSync(join(BASE, FILES[0] as string), 'utf8');
    const names = [...(good.split('---')[1] ?? '').matchAll(/^([a-zA-Z]+):/gm)].map(([, key]) => key as string);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 4 }), (key, value) =>
        holds(
          FILES[0] as string,
          good.replace(
            new RegExp(`^${key}:[^]*?(?=^[a-zA-Z]+:|^---$)`, 'm'),
            () => `${key}: ${JSON.stringify(value)}\n`,
          ),
        ),
      ),
      runs(25),
    );
  },
  TIMEOUT,
);
