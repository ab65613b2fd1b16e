import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeStory } from '../../bench/content/story.ts';
import { writeContent } from '../../bench/content/write.ts';
import { copyProject, digests, environment } from './project.ts';

/** More than one page of the list of all stories holds. */
const ARTICLES = 102;

let root: string;
let dist: string;
let said: { cold: string; warm: string; again: string };
let warm: ReadonlyMap<string, string>;
let cold: ReadonlyMap<string, string>;
let builtOnce: number;

beforeAll(() => {
  root = projectWith((content) => writeContent(content, { articles: ARTICLES, events: 1 }), 'warm');
  dist = join(root, 'dist');
  const first = build(root);
  changeSomeArticles();
  // Whoever touches a finished site does not get to keep it so.
  appendFileSync(join(dist, 'articles/gauge-0008.html'), '!');
  rmSync(join(dist, 'articles/gauge-0009/card.png'));
  const second = build(root);
  warm = digests(dist);
  builtOnce = statSync(dist).ino;
  said = { cold: first, warm: second, again: build(root) };

  const other = projectWith((content) => cpSync(join(root, 'content'), content, { recursive: true }), 'cold');
  // Drawing them again is for the test of sameness, which has no pictures to begin with.
  cpSync(join(root, '.cache/pictures'), join(other, '.cache/pictures'), { recursive: true });
  build(other);
  cold = digests(join(other, 'dist'));
}, 240_000);

function projectWith(fill: (content: string) => void, name: string): string {
  const project = copyProject(name);
  rmSync(join(project, 'content'), { recursive: true });
  fill(join(project, 'content'));
  return project;
}

function build(project: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/build.ts'], {
    cwd: project,
    env: environment(),
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

/** A change of each kind: six articles of which nothing can be kept, or that are no more. */
function changeSomeArticles(): void {
  const article = (slug: string): string => join(root, 'content/articles', slug);
  appendFileSync(join(article('gauge-0003'), 'en.md'), '\nOne more line.[^gazette]\n');
  edit(join(article('gauge-0004'), 'sources.yaml'), /publisher: .*/, 'publisher: Another');
  rmSync(article('gauge-0005'), { recursive: true });
  renameSync(article('gauge-0006'), article('renamed'));
  edit(join(article('gauge-0007'), 'en.md'), /^published:/m, 'draft: true\npublished:');
  mkdirSync(article('new'));
  const { edition, sources } = makeStory(200, 1);
  writeFileSync(join(article('new'), 'en.md'), edition);
  writeFileSync(join(article('new'), 'sources.yaml'), sources);
}

function edit(file: string, passage: RegExp, instead: string): void {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(passage, instead);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

describe('a build after another one', () => {
  it('writes what a first one writes, byte for byte', () => {
    expect(warm).toEqual(cold);
    expect(warm.has('articles/renamed/card.png')).toBe(true);
    expect([...warm.keys()].filter((file) => /gauge-000[567]/.test(file))).toEqual([]);
  });

  it('keeps the articles that have not changed, and no damaged one', () => {
    expect(said.cold).not.toContain('as they were');
    // Five were changed, one of them is gone and one a draft; two were damaged.
    expect(said.warm).toContain(`${ARTICLES - 7} as they were`);
  });

  it('leaves the site alone when nothing has changed', () => {
    expect(said.again).toContain('Nothing has changed');
    expect(statSync(dist).ino).toBe(builtOnce);
  });
});

describe('more stories than one page lists', () => {
  const page = (file: string): Document =>
    new JSDOM(readFileSync(join(dist, file), 'utf8'), { url: `https://gauge.example/${file}` }).window.document;
  const listed = (file: string): string[] =>
    [...page(file).querySelectorAll<HTMLAnchorElement>('.stories a')].map(({ href }) => href);

  it('stand on several pages, each once, the newest on the home page', () => {
    const all = [...listed('index.html'), ...listed('page/2.html')];
    expect(listed('index.html')).toHaveLength(100);
    expect(new Set(all).size).toBe(ARTICLES - 1);
    expect(all).toHaveLength(ARTICLES - 1);
    expect(existsSync(join(dist, 'page/3.html'))).toBe(false);
    expect(existsSync(join(dist, 'page/1.html'))).toBe(false);
    const days = [
      ...page('index.html').querySelectorAll('.stories time'),
      ...page('page/2.html').querySelectorAll('.stories time'),
    ].map((time) => time.getAttribute('datetime') ?? '');
    expect(days).toEqual(days.toSorted().toReversed());
  });

  it('are in the sitemap, as is each page of the list; the feeds have the newest fifty', () => {
    const addresses = [...readFileSync(join(dist, 'sitemap-0.xml'), 'utf8').matchAll(/<loc>(.*?)<\/loc>/g)].map(
      ([, address]) => address,
    );
    expect(addresses).toEqual(
      expect.arrayContaining(['https://gauge.example/page/2.html', ...listed('page/2.html'), ...listed('index.html')]),
    );
    expect(addresses).toHaveLength(ARTICLES - 1 + 3);
    const feed = JSON.parse(readFileSync(join(dist, 'feed.json'), 'utf8')) as { items: { url: string }[] };
    expect(feed.items.map(({ url }) => url)).toEqual(listed('index.html').slice(0, 50));
  });
});
