import { appendFileSync, cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { inputsOf } from '../../../src/publish/inputs.ts';
import { SMALL_PROJECT } from '../story/bridge.ts';

const BASE = 'https://small.example/news/';
const ARTICLES = 'content/articles';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'inputs-'));
  cpSync(SMALL_PROJECT, root, { recursive: true });
  cpSync(join(root, ARTICLES, 'bridge'), join(root, ARTICLES, 'ferry'), { recursive: true });
  for (const file of FOR_EVERY_PAGE) add(file);
});

const FOR_EVERY_PAGE = [
  'src/components/Updates.astro',
  'src/styles/print.css',
  'src/i18n/ko.ts',
  'src/pictures/card.ts',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
];

function add(file: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  appendFileSync(join(root, file), 'more\n');
}

it('are the same for the same files', () => {
  const before = inputsOf(root, BASE);
  const copy = mkdtempSync(join(tmpdir(), 'inputs-copy-'));
  cpSync(root, copy, { recursive: true });
  expect(inputsOf(copy, BASE)).toEqual(before);
  expect(Object.keys(before.articles)).toEqual(['bridge', 'ferry']);
});

describe('what every page depends on', () => {
  it.each([...FOR_EVERY_PAGE, 'content/site.yaml', 'content/about/ko.md', 'src/new.ts', 'public/new.txt'])(
    '%s',
    (file) => {
      const before = inputsOf(root, BASE);
      add(file);
      const after = inputsOf(root, BASE);
      expect(after.site).not.toBe(before.site);
      expect(after.articles).toEqual(before.articles);
    },
  );

  it.each(['src/i18n/ko.ts', 'node_modules/.package-lock.json'])('that %s is there', (file) => {
    const before = inputsOf(root, BASE);
    rmSync(join(root, file));
    expect(inputsOf(root, BASE).site).not.toBe(before.site);
  });

  it('the name of a file', () => {
    const before = inputsOf(root, BASE);
    renameSync(join(root, 'src/i18n/ko.ts'), join(root, 'src/i18n/kp.ts'));
    expect(inputsOf(root, BASE).site).not.toBe(before.site);
  });

  it('the address of the site', () => {
    expect(inputsOf(root, 'https://other.example/').site).not.toBe(inputsOf(root, BASE).site);
  });
});

describe('what one article depends on', () => {
  it.each(['en.md', 'ko.md', 'sources.yaml', 'new.txt'])('its own %s alone', (file) => {
    const before = inputsOf(root, BASE);
    add(`${ARTICLES}/bridge/${file}`);
    const after = inputsOf(root, BASE);
    expect(after.articles['bridge']).not.toBe(before.articles['bridge']);
    expect(after.articles['ferry']).toBe(before.articles['ferry']);
    expect(after.site).toBe(before.site);
  });

  it('its own name, where it is moved', () => {
    const before = inputsOf(root, BASE);
    renameSync(join(root, ARTICLES, 'bridge'), join(root, ARTICLES, 'bridge-2'));
    const { articles } = inputsOf(root, BASE);
    expect(Object.keys(articles)).toEqual(['bridge-2', 'ferry']);
    expect(articles['bridge-2']).not.toBe(before.articles['bridge']);
  });

  it('whether it is there', () => {
    rmSync(join(root, ARTICLES, 'bridge'), { recursive: true });
    expect(Object.keys(inputsOf(root, BASE).articles)).toEqual(['ferry']);
  });
});

it('where a file ends and the next begins counts', () => {
  const write = (a: string, b: string): void => {
    writeFileSync(join(root, 'src/i18n/a.ts'), a);
    writeFileSync(join(root, 'src/i18n/b.ts'), b);
  };
  write('one two', 'three');
  const before = inputsOf(root, BASE);
  write('one ', 'twothree');
  expect(inputsOf(root, BASE).site).not.toBe(before.site);
});

it('what cannot be read is left for the checks to report', () => {
  rmSync(join(root, ARTICLES), { recursive: true });
  expect(inputsOf(root, BASE).articles).toEqual({});
  writeFileSync(join(root, ARTICLES), '');
  expect(() => inputsOf(root, BASE)).not.toThrow();
});
