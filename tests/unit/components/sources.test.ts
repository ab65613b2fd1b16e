import { afterAll, expect, it } from 'vitest';
import SourceList from '../../../src/components/SourceList.astro';
import { articleJsonLd } from '../../../src/share/json-ld.ts';
import { TIMELINE_FORMATS } from '../../../src/share/formats.ts';
import { timelineData } from '../../../src/share/timeline-data.ts';
import type { Story } from '../../../src/story/story.ts';
import { ARTICLE, BaseProject } from '../../fixtures/base-project.ts';
import { wordsOf } from '../../words-of.ts';
import { onlyArticle, storyIn } from '../story/bridge.ts';
import { renderComponent, smallSite } from './render.ts';

/** The good project, its first source a book that goes back to a letter that nobody saw, and to the other source. */

const project = new BaseProject();
afterAll(() => project.remove());
const [SOURCES, KO] = [`${ARTICLE}/sources.yaml`, `${ARTICLE}/ko.md`];
const book = `  title: Bridge opened
  kind: book
  pages: 12–14
  read: 2025-12-01
  extent: excerpt
  basedOn: [letter, post-closing]
  words:
    - text: Sie ist offen.
      language: de
`;
const letter = `- id: letter
  publisher: The town
  title: "[A letter to the builders]"
  kind: document
  extent: unseen
  language: en
`;
const said = `sources:
  gazette-opening:
    publisher: 룬 신문
    note: 보존본을 읽었다.
    words: [열려 있다.]
  letter:
    title: "[건설사에 보낸 편지]"
`;
project.write(
  SOURCES,
  project
    .read(SOURCES)
    .replace('  title: Bridge opened\n  url: https://example.org/gazette/opening\n  published: 2024-06-02\n', book)
    .concat(letter),
);
// Its one source goes back to two others.
project.write(`${ARTICLE}/en.md`, project.read(`${ARTICLE}/en.md`).replace('status: single', 'status: reported'));
project.write(KO, project.read(KO).replace('terms:', `${said}terms:`));

const told = (lang: 'en' | 'ko'): Story => storyIn(onlyArticle(project.root), lang);

it('a name in Hebrew or Arabic does not turn the date behind it, and one in Latin letters stands as it is', async () => {
  const [first, ...others] = told('en').sources;
  if (!first) throw new Error('there are no sources');
  const source = { ...first.source, author: 'ليلى', publisher: 'הארץ' };
  const body = await renderComponent(SourceList, { sources: [{ ...first, source }, ...others] });
  expect([...body.querySelectorAll('bdi')].map((name) => name.textContent)).toEqual(['ليلى', 'הארץ']);
  expect(wordsOf(body.querySelector('li'))).toMatch(/^ليلى, הארץ: Bridge opened/);
});

it('a source that is no page says what it is, what of it was read and what it goes back to', async () => {
  const { sources, origins } = told('en');
  const body = await renderComponent(SourceList, { sources, origins });
  const entry = body.querySelector('#source-gazette-opening');
  expect(wordsOf(entry)).toMatch(
    /^Bo Holm, The Lune Gazette: Bridge opened\. .*book, pages 12–14, read in part, read on 1 December 2025/,
  );
  expect(wordsOf(entry)).toContain('Goes back to: The town [3]; The Lune Post [2]');
  expect(wordsOf(body.querySelector('#source-letter'))).toBe(
    'The town: [A letter to the builders]. Origin of: [1] document, not seen by the desk',
  );
  expect(entry?.querySelector('a[href="#source-post-closing"]')).not.toBeNull();
  expect(entry?.querySelector('q[lang=de]')?.textContent).toBe('Sie ist offen.');
  expect(wordsOf(body)).not.toMatch(/ [,.;]/);
});

it('how most sources were read is said once, unless of one nothing is known', async () => {
  const [book, post] = told('en').sources as [Story['sources'][number], Story['sources'][number]];
  const read = (one: typeof post, extent?: 'excerpt' | 'whole') => ({
    ...one,
    source: { ...one.source, ...(extent && { extent }) },
  });
  const wordsFor = async (sources: Story['sources']): Promise<string> =>
    wordsOf(await renderComponent(SourceList, { sources }));
  const inPart = read(post, 'excerpt');
  const most = await wordsFor([inPart, inPart, read(post, 'whole')]);
  expect(most.match(/read in part/g)).toHaveLength(1);
  expect(most.match(/read whole/g)).toHaveLength(1);
  expect((await wordsFor([inPart, inPart, post])).match(/read in part/g)).toHaveLength(2);
  expect((await wordsFor([inPart, book])).match(/read in part/g)).toHaveLength(2);
});

it('a translation says it in its words, and leaves headlines alone', async () => {
  const { sources, origins } = told('ko');
  const body = await renderComponent(SourceList, { sources, origins }, 'ko');
  const entry = body.querySelector('#source-gazette-opening');
  expect(wordsOf(entry)).toContain('룬 신문: Bridge opened');
  expect(wordsOf(body.querySelector('#source-letter'))).toContain('[건설사에 보낸 편지]');
  expect(wordsOf(entry)).toContain('열려 있다.');
  expect(wordsOf(entry)).toContain('책, 12–14쪽, 일부를 읽음, 읽은 날: 2025년 12월 1일');
  const note = [...(entry?.querySelectorAll('.note') ?? [])].find((one) => wordsOf(one) === '보존본을 읽었다.');
  expect(note?.hasAttribute('lang')).toBe(false);
});

it('the exports carry what they have room for', () => {
  const [story, context] = [told('en'), smallSite('en')];
  const write = (extension: string): string =>
    TIMELINE_FORMATS.find((format) => format.extension === extension)?.write(timelineData(story, context)) ?? '';
  const [planned] = JSON.parse(write('json')).events;
  expect(planned.sources[0]).toMatchObject({
    ...{ publisher: 'The Lune Gazette', kind: 'book', pages: '12–14', read: '2025-12-01', extent: 'excerpt' },
    basedOn: [{ publisher: 'The town', kind: 'document', extent: 'unseen' }, { publisher: 'The Lune Post' }],
  });
  expect(planned.sources[0]).not.toHaveProperty('url');
  expect(write('csv')).not.toContain('undefined');
  expect(JSON.parse(write('timelinejs.json')).events[0].text.text).toContain('Sources: The Lune Gazette<');
  const [news] = articleJsonLd(story, context, {}) as unknown as [{ citation: object[] }];
  expect(news.citation[0]).toEqual({
    '@type': 'Book',
    name: 'Bridge opened',
    publisher: { '@type': 'Organization', name: 'The Lune Gazette' },
    author: { '@type': 'Person', name: 'Bo Holm' },
    isBasedOn: [
      { '@type': 'CreativeWork', name: '[A letter to the builders]' },
      { '@type': 'CreativeWork', name: 'Bridge closed: nobody knows why', url: 'https://example.org/post/closing' },
    ],
  });
});

it('what goes back to two sources, each of which goes back to the same two, is read and written once each', () => {
  const deep = new BaseProject();
  const layers = Array.from({ length: 40 }, (_, layer) =>
    ['a', 'b'].map(
      (name) => `- id: ${name}-${layer}
  publisher: Paper ${name} ${layer}
  title: A report
  kind: report
  language: en
${layer < 39 ? `  basedOn: [a-${layer + 1}, b-${layer + 1}]\n` : ''}`,
    ),
  );
  deep.write(
    SOURCES,
    deep
      .read(SOURCES)
      .replace('  title: Bridge opened\n', '  title: Bridge opened\n  basedOn: [a-0, b-0]\n')
      .concat(layers.flat().join('')),
  );
  deep.write(`${ARTICLE}/en.md`, deep.read(`${ARTICLE}/en.md`).replace('status: single', 'status: reported'));
  const data = timelineData(storyIn(onlyArticle(deep.root), 'en'), smallSite('en'));
  const json = TIMELINE_FORMATS.find(({ extension }) => extension === 'json')?.write(data) ?? '';
  expect(json).toContain('Paper b 39');
  expect(json.length).toBeLessThan(500_000);
  deep.remove();
});
