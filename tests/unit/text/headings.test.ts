import { describe, expect, it } from 'vitest';
import { headingsOf } from '../../../src/text/headings.ts';
import { sectionAnchor, sectionsOf } from '../../../src/content/model/article.ts';
import { parseMarkdown } from '../../../src/text/pipeline.ts';
import { renderProse } from './render-prose.ts';

const idsOf = (markdown: string): string[] => headingsOf(parseMarkdown(markdown)).map(({ id }) => id);

describe('the anchor of a heading', () => {
  it.each([
    ['## What happened?', 'h-what-happened'],
    ['## 무슨 일이 있었나?', 'h-무슨-일이-있었나'],
    ['## 316명은 어떻게 귀국했나', 'h-316명은-어떻게-귀국했나'],
    ['## Élysée & Co.', 'h-élysée--co'],
    ['### With `code` and *stress*', 'h-with-code-and-stress'],
  ])('%s: %s', (markdown, id) => {
    expect(idsOf(markdown)).toEqual([id]);
  });

  it('is its own, also where the words are the same', () => {
    const ids = idsOf('## Talks\n\n## Talks\n\n## Talks 1\n\n## ???\n\n## !!!');
    expect(new Set(ids).size).toBe(5);
  });

  it('is never that of a part of the page', () => {
    const sections = sectionsOf();
    const taken = new Set(sections.map(sectionAnchor));
    const prose = parseMarkdown(sections.map((section) => `## ${section.replace('-', ' ')}`).join('\n\n'));
    const ids = headingsOf(prose, sections).map(({ id }) => id);
    expect(ids).toHaveLength(sections.length);
    expect(ids.filter((id) => taken.has(id))).toEqual([]);
  });

  it('is the same in the list of headings and on the page', async () => {
    const markdown = '## Sources\n\n### 무슨 일\n\n## Talks\n\n## Talks';
    const { body } = await renderProse(markdown);
    expect([...body.querySelectorAll('h2, h3')].map(({ id }) => id)).toEqual(idsOf(markdown));
  });

  it('is the original’s in a translation, so that a link holds in every language', async () => {
    const { body } = await renderProse('## 무슨 일이 있었나?\n\n## 왜 그곳에 있었나?', {
      headingIds: ['h-what-happened', 'h-why'],
    });
    expect([...body.querySelectorAll('h2')].map(({ id }) => id)).toEqual(['h-what-happened', 'h-why']);
  });
});

it('a heading knows its depth and its words without markdown', () => {
  const [heading] = headingsOf(parseMarkdown('### With `code` and [a link](https://example.org)'));
  expect(heading).toMatchObject({ depth: 3, text: 'With code and a link' });
});
