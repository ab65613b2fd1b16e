import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import Citations from '../../../src/components/Citations.astro';
import EventBody from '../../../src/components/EventBody.astro';
import SourceList from '../../../src/components/SourceList.astro';
import StoryBody from '../../../src/components/StoryBody.astro';
import type { Story } from '../../../src/story/story.ts';
import { ARTICLE, BaseProject } from '../../fixtures/base-project.ts';
import { onlyArticle, storyIn } from '../story/bridge.ts';
import { renderComponent } from './render.ts';

/** The good project, in which every text of an entry cites a source that the entry's list names as well. */

const project = new BaseProject();
afterAll(() => project.remove());
const EN = `${ARTICLE}/en.md`;
const quote = `quotes:
  - id: sound
    words: It is sound.
    saidBy: The engineer[^gazette-opening]
    event: opening
    sources: [gazette-opening, post-closing]
`;
const cited = [
  ['A plan was shown in both towns.', 'gazette-opening'],
  ['The first people walked over it.', 'gazette-opening'],
  ['Engineer of the bridge', 'gazette-opening'],
  ['from bank to bank', 'gazette-opening'],
  ['label: on foot', 'gazette-opening'],
  ['The part of a bridge between two supports.', 'post-closing'],
  ['It cost too much.', 'gazette-opening'],
] as const;
rmSync(join(project.root, ARTICLE, 'ko.md'));
project.write(
  EN,
  cited.reduce(
    (text, [words, source]) => text.replace(words, `${words}[^${source}]`),
    project.read(EN).replace('people:\n', `${quote}people:\n`),
  ),
);
const story = storyIn(onlyArticle(project.root), 'en');

/** That every id stands once, and that what leads to a place of the page leads to one that is there. */
function expectWhole(body: Element): void {
  const ids = [...body.querySelectorAll('[id]')].map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  const back = [...body.querySelectorAll('.source-list .back a')].map((link) => link.getAttribute('href')?.slice(1));
  expect(back.filter((id) => !ids.includes(id ?? ''))).toEqual([]);
  const marks = [...body.querySelectorAll('[role=doc-biblioref]')];
  expect(marks.filter(({ id }) => !back.includes(id))).toEqual([]);
}

describe('a source that a text cites and the list of its entry names', () => {
  it('has one marker on the page of the story, which its source leads back to', async () => {
    const body = await renderComponent(StoryBody, { story });
    const texts = [...body.querySelectorAll('p, span, dd, figcaption')].filter((text) =>
      [...text.children].some(({ tagName }) => tagName === 'SUP'),
    );
    const doubled = texts.filter((text) => {
      const marks = [...text.querySelectorAll('[role=doc-biblioref]')].map((mark) => mark.getAttribute('href'));
      return new Set(marks).size < marks.length;
    });
    expect(doubled.map(({ textContent }) => textContent)).toEqual([]);
    expect(body.querySelectorAll('#quote-sound figcaption sup')).toHaveLength(2);
    expectWhole(body);
  });

  it('is named below a moment on its own page, where the text has the marker', async () => {
    const [{ event, sources, origins }] = story.moments as [Story['moments'][number]];
    const parts = [
      await renderComponent(EventBody, { event }),
      await renderComponent(Citations, { citations: event.sources }),
      await renderComponent(SourceList, { sources, origins }),
    ];
    const page = parts[0]?.ownerDocument.createElement('div') as Element;
    page.innerHTML = parts.map(({ innerHTML }) => innerHTML).join('');
    expect(page.querySelectorAll('[role=doc-biblioref]')).toHaveLength(1);
    expect(page.querySelector('.cited a')?.getAttribute('href')).toBe('#source-gazette-opening');
    expectWhole(page);
  });
});
