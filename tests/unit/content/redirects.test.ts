import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLibrary } from '../../../src/content/library.ts';
import type { Redirects } from '../../../src/content/redirects.ts';
import { BaseProject } from '../../fixtures/base-project.ts';

/** The good project has a story `bridge` in English and Korean, with the events `opening` and `closing`. */
let project: BaseProject;

beforeEach(() => void (project = new BaseProject()));
afterEach(() => project.remove());

function redirects(...lines: string[]): Redirects {
  project.write('content/redirects.yaml', `${lines.join('\n')}\n`);
  const read = readLibrary(project.root);
  expect(read.diagnostics.filter(({ file }) => file.endsWith('redirects.yaml'))).toEqual([]);
  return read.redirects;
}

describe('a line of redirects.yaml', () => {
  it('is for one page', () => {
    expect([...redirects('2019/한국-bridge.html: ko/articles/bridge.html').pages]).toEqual([
      ['2019/한국-bridge.html', 'ko/articles/bridge.html'],
    ]);
  });

  it('is for a story, with every edition, moment and the embed', () => {
    const { pages, folders, former } = redirects('articles/crossing: articles/bridge');
    for (const folder of ['', 'ko/'])
      for (const name of ['', '/embed', '/opening'])
        expect(pages.get(`${folder}articles/crossing${name}.html`)).toBe(`${folder}articles/bridge${name}.html`);
    expect([...folders]).toEqual([
      ['articles/crossing', 'articles/bridge'],
      ['ko/articles/crossing', 'ko/articles/bridge'],
    ]);
    expect([...former]).toEqual([['bridge', ['crossing']]]);
  });

  it('lets a link to the old address stand, since that leads on', () => {
    const file = 'content/about/en.md';
    const link = '[it](https://base.example/articles/crossing/opening.html)';
    project.write(file, project.read(file).replace('The desk made it.', `The desk made ${link}.`));
    expect(project.check()).toHaveLength(1);
    redirects('articles/crossing: articles/bridge');
    expect(project.check()).toEqual([]);
  });

  it('is for a moment in every edition, also in those of the story’s old name', () => {
    const { pages, former } = redirects(
      'articles/bridge/start: articles/bridge/opening',
      'articles/crossing: articles/bridge',
    );
    for (const from of ['bridge/start', 'crossing/start', 'crossing/opening'])
      for (const folder of ['', 'ko/'])
        expect(pages.get(`${folder}articles/${from}.html`)).toBe(`${folder}articles/bridge/opening.html`);
    expect(former.get('bridge/opening')).toEqual(['start']);
  });

  it('may be written under the old name of the story', () => {
    const { pages, former } = redirects(
      'articles/crossing: articles/bridge',
      'articles/crossing/start: articles/bridge/opening',
    );
    expect(pages.get('articles/crossing/start.html')).toBe('articles/bridge/opening.html');
    expect(former.get('bridge/opening')).toEqual(['start']);
  });

  it('leads at once to where a chain of them ends, and the first name is the oldest', () => {
    const { pages, former } = redirects(
      ...['articles/first: articles/second', 'articles/second: articles/bridge', 'old.html: older.html'],
      ...['older.html: articles/first/opening.html', 'articles/second/start: articles/second/opening'],
    );
    expect(pages.get('articles/first.html')).toBe('articles/bridge.html');
    expect(pages.get('old.html')).toBe('articles/bridge/opening.html');
    expect(pages.get('ko/articles/second/start.html')).toBe('ko/articles/bridge/opening.html');
    expect([...former]).toEqual([
      ['bridge', ['first', 'second']],
      ['bridge/opening', ['start']],
    ]);
  });

  it('is older than the line that it leads to, wherever it stands', () => {
    const { former } = redirects(
      ...['articles/second: articles/bridge', 'articles/bridge/begin: articles/bridge/opening'],
      ...['articles/first: articles/second', 'articles/first/start: articles/first/begin'],
    );
    expect([...former]).toEqual([
      ['bridge', ['first', 'second']],
      ['bridge/opening', ['start', 'begin']],
    ]);
  });

  it.each([
    ['a story', 'articles/bridge.html', 'articles/bridge/en.md', 'summary:'],
    ['an edition', 'ko/articles/bridge/opening.html', 'articles/bridge/ko.md', 'summary:'],
    ['the only story of a topic', 'topics/bridges.html', 'articles/bridge/en.md', 'summary:'],
  ])('that leads to a page of %s with a mistake is none itself', (_what, page, file, key) => {
    project.write(`content/${file}`, project.read(`content/${file}`).replace(key, `sumary:`));
    expect(redirects(`old.html: ${page}`).pages.size).toBe(1);
  });
});

it('without the file nothing has moved', () => {
  expect(readLibrary(project.root).redirects.pages.size).toBe(0);
});
