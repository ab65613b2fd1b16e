import { describe, expect, it } from 'vitest';
import { citedIn } from '../../../src/text/citations.ts';
import { renderProse } from './render-prose.ts';

const label = { noteLabel: '편집자 설명' };

describe('a desk note', () => {
  it('is a note that opens with its label, in the language of the edition', async () => {
    const { body } = await renderProse('> [!NOTE]\n> **Whose account.** The ministry’s.', label);
    const note = body.querySelector('[role=note]');
    expect([...(note?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
      '편집자 설명',
      'Whose account. The ministry’s.',
    ]);
    expect(note?.querySelector('strong')?.textContent).toBe('Whose account.');
    expect(body.textContent).not.toContain('NOTE');
  });

  it('keeps the paragraphs, lists and citations that follow', async () => {
    const { html, body } = await renderProse('> [!NOTE]\n> One.\n>\n> Two.[^a]\n>\n> - three', label);
    const note = body.querySelector('[role=note]');
    expect(note?.querySelectorAll('p')).toHaveLength(3);
    expect(note?.querySelector('li')?.textContent).toBe('three');
    expect(citedIn(html)).toEqual(['a']);
  });

  it('may have an empty first line', async () => {
    const { body } = await renderProse('> [!NOTE]\n>\n> One.', label);
    expect([...body.querySelectorAll('[role=note] p')].map(({ textContent }) => textContent)).toEqual([
      '편집자 설명',
      'One.',
    ]);
  });

  it.each([
    ['a quotation', '> Somebody said so.'],
    ['another case', '> [!note]\n> Text.'],
    ['another mark', '> [!WARNING]\n> Text.'],
    ['text behind the mark', '> [!NOTE] Text.'],
    ['the mark further down', '> Text.\n> [!NOTE]'],
  ])('is not made of %s', async (_, markdown) => {
    const { body } = await renderProse(markdown, label);
    expect(body.querySelector('blockquote')).not.toBeNull();
    expect(body.querySelector('[role=note]')).toBeNull();
  });
});
