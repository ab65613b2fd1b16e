import { describe, expect, it } from 'vitest';
import { termAnchor, termUseAnchor } from '../../../src/text/terms.ts';
import { renderProse } from './render-prose.ts';

const terms = [
  { id: 'ice', term: 'ICE' },
  { id: 'b-1', term: 'B-1' },
  { id: 'b-1-visa', term: 'B-1 visa' },
  { id: 'departure', term: 'voluntary departure' },
  { id: 'visa', term: '비자' },
];

async function linked(markdown: string): Promise<string[]> {
  const { body } = await renderProse(markdown, { terms });
  return [...body.querySelectorAll('a[href^="#"]')].map(({ textContent }) => textContent ?? '');
}

describe('the first use of a term', () => {
  it('leads to its definition, and can be led back to', async () => {
    const { body } = await renderProse('Agents of ICE came.', { terms });
    const link = body.querySelector('a');
    expect(link?.getAttribute('href')).toBe(`#${termAnchor('ice')}`);
    expect(link?.id).toBe(termUseAnchor('ice'));
    expect(body.textContent).toBe('Agents of ICE came.');
  });

  it.each([
    ['only the first', 'ICE came. ICE left.\n\nICE again.', ['ICE']],
    ['each of several', 'ICE and a B-1 and ICE', ['ICE', 'B-1']],
    ['the longer of two that start at one place', 'A B-1 visa, then B-1.', ['B-1 visa', 'B-1']],
    ['at the start of a sentence', 'Voluntary departure it was.', ['Voluntary departure']],
    ['in emphasis, a list, a table, a note', '- **ICE**', ['ICE']],
    ['in a table', '| a |\n| --- |\n| ICE |', ['ICE']],
    ['beside punctuation', '(ICE)', ['ICE']],
    ['before a particle', 'ICE의 요원이 비자를 보았다', ['ICE', '비자']],
    ['not part of a word', 'POLICE, NICE, ICE2, B-1s', []],
    ['not part of a Korean compound', '전자비자는 있었다', []],
    ['capitals are not the common word', 'There was ice on the road.', []],
    ['not in a heading', '## ICE\n\nText.', []],
    ['not in code', 'The word `ICE`\n\n```\nICE\n```', []],
    ['a heading does not use it up', '## ICE\n\nICE came.', ['ICE']],
  ])('%s', async (_, markdown, expected) => {
    expect(await linked(markdown)).toEqual(expected);
  });

  it('is not taken out of another link', async () => {
    const { body } = await renderProse('[What ICE said](https://example.org), and ICE', { terms });
    expect([...body.querySelectorAll('a')].map(({ textContent }) => textContent)).toEqual(['What ICE said', 'ICE']);
    expect(body.querySelector('a a')).toBeNull();
  });
});
