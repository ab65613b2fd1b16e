import { readFileSync } from 'node:fs';
import { join } from 'node:path';
// @ts-expect-error -- the package has no types
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { afterAll, describe, expect, it } from 'vitest';
import { SOURCE_FORMATS } from '../../../src/share/formats.ts';
import { SOURCE_TYPES } from '../../../src/content/model/source-types.ts';
import { ARTICLE, BaseProject } from '../../fixtures/base-project.ts';
import { smallSite } from '../components/render.ts';
import { onlyArticle, storyIn } from '../story/bridge.ts';

/** The good project, whose third source is of each kind in turn. */

const project = new BaseProject();
afterAll(() => project.remove());
const SOURCES = `${ARTICLE}/sources.yaml`;
const given = project.read(SOURCES);
project.write(
  `${ARTICLE}/en.md`,
  project.read(`${ARTICLE}/en.md`).replace('side: north\n    sources: [', 'side: north\n    sources: [third, '),
);

interface Item {
  readonly id: string;
  readonly type: string;
  readonly [key: string]: unknown;
}

/** The third source, as it is written and as another's programs read it. */
function third(lines: string): { csl: Item; bibtex: Item; ris: Item; text: Record<string, string> } {
  project.write(
    SOURCES,
    `${given}- id: third\n  publisher: Lune & Sons\n  language: de\n  title: "A {book}: 100% of_it"\n${lines}`,
  );
  const [story, context] = [storyIn(onlyArticle(project.root), 'en'), smallSite('en')];
  const text = Object.fromEntries(SOURCE_FORMATS.map(({ extension, write }) => [extension, write(story, context)]));
  const items = ['json', 'bib', 'ris'].map((extension) => {
    const { data } = new Cite(text[extension]) as { data: Item[] };
    expect(data).toHaveLength(3);
    return data[story.sources.findIndex(({ source }) => source.id === 'third')] as Item;
  });
  return { csl: items[0] as Item, bibtex: items[1] as Item, ris: items[2] as Item, text };
}

const book = '  kind: book\n  author: Ada Lind\n  pages: 12–14\n  published: 1998-05\n  read: 2026-01-02\n';

describe('the sources as files', () => {
  it('have years before the first in words, where a format has none', () => {
    const { csl, text } = third('  kind: book\n  published: -0044-03\n');
    expect(csl['issued']).toEqual({ 'date-parts': [[-45, 3]] });
    expect(text['bib']).toContain('  year = {45 BC},\n  date = {-0044-03},');
    expect(text['ris']).toMatch(/^PY {2}- 45 BC\r\n(?!DA)/m);
  });

  it('are read by reference managers as what they are', () => {
    const { csl, bibtex, ris } = third(book);
    const common = { title: 'A {book}: 100% of_it', publisher: 'Lune & Sons', type: 'book' };
    expect(csl).toMatchObject({ ...common, id: 'third', page: '12–14', author: [{ literal: 'Ada Lind' }] });
    expect(csl).toMatchObject({ issued: { 'date-parts': [[1998, 5]] }, accessed: { 'date-parts': [[2026, 1, 2]] } });
    expect(bibtex).toMatchObject({ ...common, id: 'third', author: [{ family: 'Ada Lind' }] });
    expect(bibtex).toMatchObject({ issued: { 'date-parts': [[1998, 5]] }, accessed: { 'date-parts': [[2026, 1, 2]] } });
    expect(ris).toMatchObject({ ...common, page: '12-14', language: 'de' });
    expect(ris).toMatchObject({ issued: { 'date-parts': [[1998, 5]] } });
  });

  it.each(Object.entries(SOURCE_TYPES))('know a source of the kind %s', (kind, { csl: type, bibtex, ris, isPart }) => {
    const found = third(`  kind: ${kind}\n  url: https://example.org/{a}_b\n  published: 2024\n`);
    const publisher = isPart ? 'container-title' : 'publisher';
    expect(found.csl).toMatchObject({ type, [publisher]: 'Lune & Sons', URL: 'https://example.org/{a}_b' });
    expect(found.text['bib']).toContain(`@${bibtex}{third,`);
    expect(found.text['ris']).toContain(`TY  - ${ris}\r\nID  - third\r\n`);
  });

  it('say nothing of a date that nobody knows, and keep one that has no such form', () => {
    const undated = third('  kind: document\n');
    for (const item of [undated.csl, undated.bibtex, undated.ris]) expect(item).not.toHaveProperty('issued');
    const dated = (date: string): unknown => third(`  kind: book\n  published: ${date}\n`).csl['issued'];
    expect(dated('1998~')).toEqual({ 'date-parts': [[1998]], circa: true });
    expect(dated('1998/1999-05')).toEqual({ 'date-parts': [[1998], [1999, 5]] });
    expect(dated('2001-21')).toEqual({ 'date-parts': [[2001]], season: 1 });
    expect(dated('-0043')).toEqual({ 'date-parts': [[-44]] });
    expect(dated('199X')).toEqual({ literal: 'the 1990s' });
    expect(dated('1998/..')).toEqual({ literal: 'since 1998' });
  });

  it('tell what a reader should know besides: the archived copy, what was not seen, what it goes back to', () => {
    const more =
      '  note: It was *moved*.\n  archived: https://example.org/old\n  extent: excerpt\n  basedOn: [post-closing]\n';
    const { csl, ris, bibtex } = third(book + more);
    for (const { note } of [csl, ris, bibtex])
      expect(note).toMatch(/It was moved\..*read in part.*The Lune Post.*https:\/\/example\.org\/old/);
  });

  it('name each of several archived copies', () => {
    const { csl } = third(`${book}  archived: [https://example.org/old, https://example.org/older]\n`);
    expect(csl['note']).toMatch(/https:\/\/example\.org\/old · .*https:\/\/example\.org\/older$/);
  });

  it('have their types in the documentation', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../docs/data.md'), 'utf8');
    const rows = [...text.matchAll(/^\| `(\w+)` +\| `([\w-]+)` +\| `(@\w+)` +\| `(\w+)` +\| `(\w+)` +\|$/gm)];
    expect(rows.map(([, ...cells]) => cells)).toEqual(
      Object.entries(SOURCE_TYPES).map(([kind, { csl, bibtex, ris, schema }]) => [
        kind,
        csl,
        `@${bibtex}`,
        ris,
        schema,
      ]),
    );
  });
});
