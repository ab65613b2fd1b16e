import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build, copyProject, PROJECT } from '../../fixtures/project.ts';
import { digests } from './digests.ts';

const here = digests(join(PROJECT, 'dist'));

it(
  'writes the same bytes elsewhere: another folder, zone, language and order on disk, files of Windows, a draft, a misleading environment',
  async () => {
    const root = copyProject({ name: '한글 folder', reversed: true });
    expect(saveAsOnWindows(join(root, 'content'))).toBeGreaterThan(4);
    hideDraft(root);
    const machine = { TZ: 'America/Los_Angeles', LANG: 'ko_KR.UTF-8', LC_ALL: 'ko_KR.UTF-8' };
    const misleading = { NODE_ENV: 'development', DEV: 'true', SITE: 'https://other.example', BASE_URL: '/other/' };
    expect((await build(root, { ...machine, ...misleading })).stderr).toBe('');
    const there = digests(join(root, 'dist'));
    expect(there.size).toBeGreaterThan(5);
    expect(there).toEqual(here);
  },
  // A whole build, on a machine that may be busy with others.
  240_000,
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
