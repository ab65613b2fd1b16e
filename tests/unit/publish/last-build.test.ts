import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Inputs } from '../../../src/publish/inputs.ts';
import { articleOf, type Kept, keptOf, noteBuild } from '../../../src/publish/last-build.ts';
import { writeManifest } from '../../../src/publish/manifest.ts';

const INPUTS: Inputs = { site: 's', articles: { raid: '1', 'raid-2': '2', draft: '3' } };
const RAID = ['articles/raid.html', 'articles/raid/a.html', 'articles/raid/card.png', 'ko/articles/raid.html'];
const OTHERS = ['articles/raid-2.html', 'articles/raid-2/a.html', 'index.html', 'ko/index.html', 'rss.xml'];

let root: string;
let site: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'last-build-'));
  site = join(root, 'dist');
  for (const file of [...RAID, ...OTHERS]) {
    mkdirSync(dirname(join(site, file)), { recursive: true });
    writeFileSync(join(site, file), file);
  }
  writeManifest(site);
  noteBuild(root, site, INPUTS);
});

function changed(articles: Record<string, string | undefined>): Inputs {
  const kept = Object.entries({ ...INPUTS.articles, ...articles }).filter(([, digest]) => digest !== undefined);
  return { ...INPUTS, articles: Object.fromEntries(kept) as Record<string, string> };
}

function kept(inputs: Inputs): Pick<Kept, 'everything'> & { articles: string[]; files: string[] } {
  const { everything, articles, files } = keptOf(root, site, inputs);
  return { everything, articles: [...articles], files: [...files.keys()] };
}

const nothing = { everything: false, articles: [], files: [] };

describe('what is kept', () => {
  it('everything, when nothing has changed', () => {
    expect(kept({ ...INPUTS }).everything).toBe(true);
  });

  it.each([
    ['another has changed', { 'raid-2': 'other' }],
    ['another is gone', { 'raid-2': undefined }],
    ['a draft has changed', { draft: 'other', 'raid-2': 'other' }],
    ['a new one is there', { new: '4', 'raid-2': 'other' }],
    ['another was renamed', { 'raid-2': undefined, 'raid-3': '2' }],
  ])('the files of an article in every language, when %s', (_, articles) => {
    expect(kept(changed(articles))).toEqual({ everything: false, articles: ['raid'], files: RAID });
  });

  it.each([
    ['the program or the site has changed', { ...INPUTS, site: 'other' }],
    ['every article has', { ...INPUTS, articles: { raid: 'x', 'raid-2': 'y' } }],
  ])('nothing, when %s', (_, inputs) => {
    expect(kept(inputs)).toEqual(nothing);
  });

  it.each([
    ['changed', (file: string) => appendFileSync(file, '!')],
    ['gone', (file: string) => rmSync(file)],
  ])('no file of an article of which one is %s', (_, damage) => {
    damage(join(site, 'articles/raid/card.png'));
    expect(kept({ ...INPUTS })).toMatchObject({ everything: false, articles: ['raid-2'] });
    expect(kept(changed({ 'raid-2': 'other' }))).toEqual(nothing);
  });

  it('not everything, when a page of the site was changed or a file was put there', () => {
    appendFileSync(join(site, 'index.html'), '!');
    expect(kept({ ...INPUTS })).toMatchObject({ everything: false, articles: ['raid-2', 'raid'] });
    writeFileSync(join(site, 'index.html'), 'index.html');
    expect(kept({ ...INPUTS }).everything).toBe(true);
    writeFileSync(join(site, 'more.txt'), '');
    expect(kept({ ...INPUTS }).everything).toBe(false);
  });
});

describe('a note that does not fit', () => {
  const note = (): string => join(root, '.cache/last-build.json');

  it.each([
    ['is missing', () => rmSync(note())],
    ['is cut short', () => writeFileSync(note(), '{"inputs":{"site":"s"')],
    ['is something else', () => writeFileSync(note(), '[]')],
    ['is empty', () => writeFileSync(note(), '')],
    ['is of another site', () => appendFileSync(join(site, 'SHA256SUMS'), `${'0'.repeat(64)}  more.html\n`)],
    ['is of a site that is gone', () => rmSync(site, { recursive: true })],
  ])('%s: nothing is kept', (_, spoil) => {
    spoil();
    expect(kept({ ...INPUTS })).toEqual(nothing);
  });

  it('leaves nothing unfinished beside itself', () => {
    expect(readdirSync(join(root, '.cache'))).toEqual(['last-build.json']);
  });
});

it.each([
  ['articles/raid.html', 'raid'],
  ['articles/raid', 'raid'],
  ['ko/articles/raid/a.png', 'raid'],
  ['zh-Hant/articles/raid-2/timeline.timelinejs.json', 'raid-2'],
  ['index.html', undefined],
  ['page/2.html', undefined],
  ['ko/about.html', undefined],
])('%s belongs to %s', (file, slug) => {
  expect(articleOf(file)).toBe(slug);
});
