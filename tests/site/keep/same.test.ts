import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build, copyProject, PROJECT } from '../../fixtures/project.ts';
import { digests } from './digests.ts';

// Each is a whole build, on a machine that may be busy with others.
const SLOW = { timeout: 240_000 };

async function built(root: string, env: Record<string, string>): Promise<Map<string, string>> {
  expect((await build(root, env)).stderr).toBe('');
  return digests(join(root, 'dist'));
}

const here = digests(join(PROJECT, 'dist'));

it(
  'writes the same bytes in another folder, zone and language, from files of Windows, without a cache',
  SLOW,
  async () => {
    const root = copyProject({ name: '한글 folder' });
    expect(saveAsOnWindows(join(root, 'content'))).toBeGreaterThan(4);
    const there = await built(root, { TZ: 'Asia/Seoul', LANG: 'ko_KR.UTF-8', LC_ALL: 'ko_KR.UTF-8' });
    expect(there.size).toBeGreaterThan(5);
    expect(there).toEqual(here);
  },
);

it(
  'writes the same bytes with a cache, on another disk order, beside a draft and a misleading environment',
  SLOW,
  async () => {
    const root = copyProject({ name: 'b', reversed: true });
    const cache = join(PROJECT, '.cache/pictures');
    expect(existsSync(cache)).toBe(true);
    cpSync(cache, join(root, '.cache/pictures'), { recursive: true });
    hideDraft(root);
    const misleading = { NODE_ENV: 'development', DEV: 'true', SITE: 'https://other.example', BASE_URL: '/other/' };
    expect(await built(root, { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C', ...misleading })).toEqual(here);
  },
);

/** Gives each text file a byte-order mark and CR LF at its line ends, and says how many there were. */
function saveAsOnWindows(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:md|yaml)$/.test(name),
  );
  for (const name of files) {
    const path = join(folder, name);
    writeFileSync(path, `\ufeff${readFileSync(path, 'utf8').replaceAll('\n', '\r\n')}`);
  }
  return files.length;
}

/** Adds a copy of the first article as a draft. */
function hideDraft(root: string): void {
  const articles = join(root, 'content/articles');
  const [slug = ''] = readdirSync(articles).toSorted();
  const draft = join(articles, `${slug}-draft`);
  cpSync(join(articles, slug), draft, { recursive: true });
  const original = join(draft, 'en.md');
  writeFileSync(original, readFileSync(original, 'utf8').replace('\npublished:', '\ndraft: true\npublished:'));
}
