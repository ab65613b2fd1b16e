import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { importFile } from '../../../../src/content/import/import-file.ts';
import { SOURCE_TYPES } from '../../../../src/content/model/source-types.ts';
import { readYamlFile } from '../../../../src/content/read/yaml.ts';
import { sourcesCsl } from '../../../../src/share/exports-sources.ts';
import { ARTICLE, BaseProject } from '../../../fixtures/base-project.ts';
import { smallSite } from '../../components/render.ts';
import { onlyArticle, storyIn } from '../../story/bridge.ts';

const SOURCES = `${ARTICLE}/sources.yaml`;
let project: BaseProject;
let before: string;
beforeEach(() => {
  project = new BaseProject();
  before = project.read(SOURCES);
});
afterEach(() => project.remove());

/** Adds references to the sources of the good project, and reads those that were added. */
function added(...items: readonly object[]): Record<string, string>[] {
  project.write('library.json', JSON.stringify(items));
  importFile(project.root, join(project.root, 'library.json'), 'bridge', 'en', '2026-11-27');
  expect(project.read(SOURCES).startsWith(before)).toBe(true);
  return (readYamlFile(project.root, SOURCES)?.value as Record<string, string>[]).slice(2);
}

const book = { id: 'lind', type: 'book', title: 'Bridges: #1', publisher: 'Lune & Sons', language: 'de' };

it('adds references below the sources, with what a key stands for', () => {
  expect(
    added({
      ...book,
      author: [{ family: 'Lind', given: 'Ada' }, { literal: 'The town' }],
      issued: { 'date-parts': [['1998', 5]], circa: true },
      accessed: { 'date-parts': [[2026, 1, 2]] },
      page: '12-14',
      note: 'See *page* 3 <b>.',
    }),
  ).toEqual([
    {
      ...{ id: 'lind', publisher: 'Lune & Sons', title: 'Bridges: #1', language: 'de', author: 'Ada Lind, The town' },
      ...{ kind: 'book', published: '1998-05~', pages: '12-14', read: '2026-01-02', note: 'See \\*page\\* 3 \\<b\\>.' },
    },
  ]);
  const errors = project.check().filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([]);
});

it('puts the family’s name first where its script does', () => {
  const names = [
    { family: '김', given: '철수' },
    { family: '佐々木', given: 'かおり' },
    { family: 'Lind', given: '아다' },
  ];
  expect(added({ ...book, author: names })[0]?.['author']).toBe('김철수, 佐々木かおり, 아다 Lind');
});

it('asks for what a page lacks, and keeps in comments what has no key', () => {
  const item = {
    id: 'Lind, 1998',
    type: 'webpage',
    title: 'A <i>b</i>',
    DOI: '10.1/x',
    volume: 3,
    issued: { raw: 'May' },
  };
  expect(added(item)).toEqual([
    { id: 'lind-1998', publisher: '', title: 'A b', language: '', url: 'https://doi.org/10.1/x', published: '' },
  ]);
  for (const line of ['# volume: 3', '# id: Lind, 1998', '# issued: {"raw":"May"}'])
    expect(project.read(SOURCES).split('\n')).toContain(line);
  const rules = project.check().flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : []));
  expect(rules).toEqual(['value-empty', 'value-empty', 'value-empty']);
});

it.each(Object.entries(SOURCE_TYPES))('takes back what it gave: %s', (kind, { csl: type }) => {
  const [source] = added({ ...book, type, 'container-title': undefined });
  expect(source?.['kind'] ?? 'web').toBe(kind);
});

it('takes back the dates and words of our own file', () => {
  const story = storyIn(onlyArticle(project.root), 'en');
  const items = JSON.parse(sourcesCsl(story, smallSite('en'))) as object[];
  const ours = added(...items.map((item, index) => ({ ...item, id: `again-${index}` })));
  const [first, second] = readYamlFile(project.root, SOURCES)?.value as Record<string, string>[];
  const same = ({ publisher, title, url, published, author }: Record<string, string> = {}) => [
    publisher,
    title,
    url,
    published,
    author,
  ];
  expect(ours.map(same)).toEqual([same(first), same(second)]);
});

it.each([
  ['an id that is taken', [{ ...book, id: 'post-closing' }], 'the id "post-closing" is taken'],
  ['an id given twice', [book, { ...book, id: 'Lind' }], 'the id "lind" is taken'],
  ['what is no reference', [book, { title: 'A' }], 'item 2 is no reference of CSL-JSON'],
])('writes nothing for %s', (_, items, says) => {
  expect(() => added(...items)).toThrow(says);
  expect(project.read(SOURCES)).toBe(before);
});

it('writes nothing where it would break the list, or there is no article', () => {
  project.write(SOURCES, (before = '[]\n'));
  expect(() => added(book)).toThrow('nothing was written');
  project.write('library.json', '[]');
  const path = join(project.root, 'library.json');
  expect(() => importFile(project.root, path, 'brige', 'en', '2026-11-27')).toThrow('did you mean "bridge"?');
});
