import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/locales/en.ts';
import { citedIn } from '../../../src/text/rich-text.ts';
import { renderProse } from './render-prose.ts';

describe('a desk note', () => {
  it('is a note that opens with its label, in the language of the page', async () => {
    const { body } = await renderProse('> [!NOTE]\n> **Whose account.** The ministry’s.');
    const note = body.querySelector('[role=note]');
    expect([...(note?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
      en.story.deskNote,
      'Whose account. The ministry’s.',
    ]);
    expect(note?.querySelector('strong')?.textContent).toBe('Whose account.');
    expect(body.textContent).not.toContain('NOTE');
  });

  it('keeps the paragraphs, lists and citations that follow', async () => {
    const { prose, body } = await renderProse('> [!NOTE]\n> One.\n>\n> Two.[^a]\n>\n> - three');
    const note = body.querySelector('[role=note]');
    expect(note?.querySelectorAll('p')).toHaveLength(3);
    expect(note?.querySelector('li')?.textContent).toBe('three');
    expect(citedIn(prose.text)).toEqual(['a']);
  });

  it.each(['  ', '\\', '      '])(
    'has no line break at its start for what stands unseen behind the mark: %j',
    (unseen) => {
      const { body } = renderProse(`> [!NOTE]${unseen}\n> One.`);
      expect(body.querySelector('[role=note]')?.lastElementChild?.innerHTML).toBe('One.');
    },
  );

  it('may have an empty first line', async () => {
    const { body } = await renderProse('> [!NOTE]\n>\n> One.');
    expect([...body.querySelectorAll('[role=note] p')].map(({ textContent }) => textContent)).toEqual([
      en.story.deskNote,
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
    const { body } = await renderProse(markdown);
    expect(body.querySelector('blockquote')).not.toBeNull();
    expect(body.querySelector('[role=note]')).toBeNull();
  });
});
