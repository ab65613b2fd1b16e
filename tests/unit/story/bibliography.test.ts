import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { Bibliography } from '../../../src/story/bibliography.ts';
import { localiseSources } from '../../../src/story/localise.ts';
import { readInline } from '../../../src/text/inline.ts';
import type { RichText } from '../../../src/text/rich-text.ts';
import { htmlOf } from '../text/render-prose.ts';
import { readBridge } from './bridge.ts';

const article = readBridge();
const sources = localiseSources(article.sources, 'en', undefined);
const marker = (source: string): RichText => [{ type: 'citation', source }];

describe('the numbers of sources', () => {
  it('are the order of first appearance, not of the file', () => {
    const bibliography = new Bibliography(sources);
    const numbers = ['ilbo', 'gazette', 'ilbo', 'town', 'gazette'].map((id) => bibliography.cite(id).number);
    expect(numbers).toEqual([1, 2, 1, 3, 2]);
    expect(bibliography.list().sources.map(({ source, number }) => [source.id, number])).toEqual([
      ['ilbo', 1],
      ['gazette', 2],
      ['town', 3],
    ]);
  });

  it('go on from texts to boxes and back', () => {
    const bibliography = new Bibliography(sources);
    bibliography.number(['One', ...marker('town')]);
    expect(bibliography.cite('ilbo').number).toBe(2);
    bibliography.number(['Two', ...marker('ilbo'), ...marker('gazette')]);
    expect(bibliography.list().sources.map(({ source }) => source.id)).toEqual(['town', 'ilbo', 'gazette']);
  });

  it('leave out what nothing cites', () => {
    const bibliography = new Bibliography(sources);
    bibliography.cite('town');
    expect(bibliography.list().sources).toHaveLength(1);
  });
});

describe('every place that cites', () => {
  it('has an anchor of its own, which its source leads back to in page order', () => {
    const bibliography = new Bibliography(sources);
    const places = ['ilbo', 'town', 'ilbo'].map((id) => bibliography.cite(id));
    expect(new Set(places.map(({ anchor }) => anchor)).size).toBe(3);
    const [ilbo, town] = bibliography.list().sources;
    expect(ilbo?.citedAt.map(({ anchor }) => anchor)).toEqual([places[0]?.anchor, places[2]?.anchor]);
    expect(town?.citedAt.map(({ anchor }) => anchor)).toEqual([places[1]?.anchor]);
    expect(places.map(({ sourceAnchor }) => sourceAnchor)).toEqual([ilbo?.anchor, town?.anchor, ilbo?.anchor]);
  });

  it('is counted for each source by itself', () => {
    const bibliography = new Bibliography(sources);
    expect(['ilbo', 'town', 'ilbo'].map((id) => bibliography.cite(id).use)).toEqual([1, 1, 2]);
  });

  it('has an anchor that no event can have', () => {
    expect(new Bibliography(sources).cite('town').anchor).not.toMatch(/^[a-z0-9-]+$/);
  });

  it('is a link with its number, that programs know as a reference', () => {
    const bibliography = new Bibliography(sources);
    bibliography.cite('town');
    const html = htmlOf(bibliography.number(readInline('A fact [^ilbo].', () => {})));
    const { body } = new JSDOM(html).window.document;
    const link = body.querySelector('a');
    const [, ilbo] = bibliography.list().sources;
    expect(body.textContent).toBe('A fact[2].');
    expect(link?.getAttribute('role')).toBe('doc-biblioref');
    expect(link?.getAttribute('href')).toBe(`#${ilbo?.anchor}`);
    expect(link?.id).toBe(ilbo?.citedAt[0]?.anchor);
  });
});

it('a source that does not exist stops the build', () => {
  const bibliography = new Bibliography(sources);
  expect(() => bibliography.cite('nowhere')).toThrow(/nowhere/);
  expect(() => bibliography.number(marker('nowhere'))).toThrow(/nowhere/);
});

it('a title says its language, and a description that of whoever wrote it', () => {
  const [source] = article.sources;
  if (!source) throw new Error('the fixture has a source');
  const list = (title: string): string[] =>
    localiseSources([{ ...source, title, language: 'ko' }], 'en', undefined).map(({ titleLang }) => titleLang);
  expect(list('[The town on the bridge]')).toEqual(['en']);
  expect(list('[단독] 다리가 열리다')).toEqual(['ko']);
});
