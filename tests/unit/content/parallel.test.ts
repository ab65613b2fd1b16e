import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMap, isPair, isScalar, type Node, parseDocument, type Scalar, visit } from 'yaml';
import { readArticle } from '../../../src/content/article.ts';
import { type Diagnostic } from '../../../src/content/diagnostic.ts';

/**
 * Every text, every section and every citation of the site's own translations is taken away once, and facts
 * are added: each time the check has to name both places, in the translation and in the original.
 */

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = 'content/articles/georgia-detention';
const written = readFileSync(join(ROOT, FOLDER, 'ko.md'), 'utf8');
const opening = '---\n'.length;
const closing = written.indexOf('\n---\n', opening) + 1;
const proseStart = closing + '---\n'.length;

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'plain-record-parallel-'));
  cpSync(join(ROOT, 'content'), join(root, 'content'), { recursive: true });
});

afterAll(() => rmSync(root, { recursive: true }));

/** What the check says of the translation once one change is made. */
function check(changed: string): Diagnostic[] {
  expect(changed).not.toBe(written);
  writeFileSync(join(root, FOLDER, 'ko.md'), changed);
  const found: Diagnostic[] = [];
  readArticle(root, FOLDER, ['en', 'ko'], (diagnostic) => found.push(diagnostic));
  return found.filter(({ severity }) => severity === 'error');
}

/** The errors that stand in the translation and say where the original has the same. */
function inBothPlaces(found: readonly Diagnostic[]): Diagnostic[] {
  return found.filter(
    ({ file, line, column, message }) =>
      file === `${FOLDER}/ko.md` && line > 1 && column > 0 && /\ben\.md:\d+\b/.test(message),
  );
}

/** The translation without some pieces, none of which overlaps another. */
function without(pieces: readonly (readonly [start: number, end: number])[]): string {
  return pieces
    .toSorted(([a], [b]) => b - a)
    .reduce((text, [start, end]) => text.slice(0, start) + text.slice(end), written);
}

/** `timeline.raid is empty` of a message. */
function start(message: string): string {
  return /^\S+ is \w+/.exec(message)?.[0] ?? '';
}

/** A text of the frontmatter: what names it, and where it and what holds it start and end in the file. */
interface Leaf {
  name: string;
  /** The name of what holds it. */
  group: string;
  inList: boolean;
  whole: readonly [number, number];
  words: readonly [number, number];
}

// What is said of sources may be left out, and what a quote lacks has a rule of its own.
const leaves: readonly Leaf[] = textsOf(written.slice(opening, closing)).filter(
  ({ name }) => !/^sources\.|^quotes\.[^.]+\.translation$/.test(name),
);

function textsOf(yaml: string): Leaf[] {
  const found: Leaf[] = [];
  visit(parseDocument(yaml, { schema: 'failsafe' }), {
    Scalar(key, node, path) {
      if (key === 'key') return;
      const names = path.flatMap((part) => (isPair(part) && isScalar(part.key) ? [part.key.value] : []));
      const holder = path.at(-1);
      const inList = typeof key === 'number';
      const start = isPair(holder) ? rangeOf(holder.key as Scalar)[0] : yaml.lastIndexOf('-', rangeOf(node)[0]);
      const line = yaml.lastIndexOf('\n', start) + 1;
      const [from, , to] = rangeOf(node);
      found.push({
        name: names.join('.') + (inList ? `[${key}]` : ''),
        group: names.slice(0, inList ? undefined : -1).join('.'),
        inList,
        whole: [opening + line, opening + to],
        words: [opening + from, opening + rangeOf(node)[1]],
      });
    },
  });
  return found;
}

function rangeOf(node: Node): [number, number, number] {
  if (!node.range) throw new Error('a parsed node has a range');
  return node.range;
}

const citations = [...written.matchAll(/\[\^([a-z0-9-]+)\]/g)].map(({ index, 0: marker }) => ({ index, marker }));

/** The headings of the prose, and where each section ends. */
const headings = [...written.slice(proseStart).matchAll(/^#{2,6} .*$/gm)].map(({ index }) => proseStart + index);
const sections = headings.map((start, index) => [start, headings[index + 1] ?? written.length] as const);

describe('the translation as it is', () => {
  it('has no error, and much to take away', () => {
    writeFileSync(join(root, FOLDER, 'ko.md'), written);
    const found: Diagnostic[] = [];
    expect(readArticle(root, FOLDER, ['en', 'ko'], (diagnostic) => found.push(diagnostic))).toBeDefined();
    expect(found).toEqual([]);
    expect(leaves.length).toBeGreaterThan(150);
    expect(sections.length).toBeGreaterThan(5);
    expect(citations.length).toBeGreaterThan(40);
  });
});

// Each check takes a moment, so what cannot hide each other is taken away at once, and looked for by its name.
describe('a translation that lacks something', () => {
  const inGroups = leaves.filter(({ inList }) => !inList);
  const groups = Map.groupBy(inGroups, ({ group }) => group);
  const most = Math.max(...[...groups.values()].map(({ length }) => length));

  it.each(Array.from({ length: most }, (_, nth) => nth))('says so of text %i of every group', (nth) => {
    const taken = [...groups.values()].flatMap((texts) => texts[nth] ?? []);
    const errors = inBothPlaces(check(without(taken.map(({ whole }) => whole))));
    // A group that held this text alone is empty then, and said to be.
    const unsaid = taken.filter(
      ({ name, group }) =>
        !errors.some(({ message }) => [`${name} is missing`, `${group} is empty`].includes(start(message))),
    );
    expect(unsaid.map(({ name }) => name)).toEqual([]);
  });

  it.each(leaves.filter(({ inList }) => inList))('says so of $name', ({ whole, group }) => {
    const errors = inBothPlaces(check(without([whole])));
    expect(errors.map(({ message }) => message.split(' ')[0])).toContain(group);
  });

  it('says so of every text without words', () => {
    const errors = inBothPlaces(check(without(leaves.map(({ words }) => words))));
    const unsaid = leaves.filter(({ name }) => !errors.some(({ message }) => message.startsWith(`${name} is empty`)));
    expect(unsaid.map(({ name }) => name)).toEqual([]);
  });

  it.each(sections)('says so of the section from %i to %i', (...section) => {
    expect(inBothPlaces(check(without([section]))).map(({ rule }) => rule)).toContain('translation-headings');
  });

  it('says so of every section that holds its heading alone', () => {
    const bodies = sections.map(([start, end]) => [written.indexOf('\n', start) + 1, end - 1] as const);
    const errors = inBothPlaces(check(without(bodies)));
    expect(new Set(errors.map(({ line }) => line)).size).toBe(sections.length);
  });

  const holders = [...sections, ...leaves.map(({ words }) => words)];
  const cited = holders
    .map(([start, end]) => citations.filter(({ index }) => start <= index && index < end))
    .filter(({ length }) => length > 0);

  it('knows where each citation stands', () => {
    const preamble = citations.filter(({ index }) => proseStart <= index && index < (headings[0] ?? Infinity));
    expect([...preamble, ...cited.flat()]).toHaveLength(citations.length);
  });

  it.each(Array.from({ length: Math.max(...cited.map(({ length }) => length)) }, (_, nth) => nth))(
    'says so of citation %i of every section and of every text',
    (nth) => {
      const taken = cited.flatMap((markers) => markers[nth] ?? []);
      const errors = inBothPlaces(check(without(taken.map(({ index, marker }) => [index, index + marker.length]))));
      const said = errors.filter(({ rule }) => rule === 'translation-sources');
      for (const { marker } of taken) {
        const same = taken.filter((other) => other.marker === marker).length;
        const about = said.filter(({ message }) => message.includes(`"${marker.slice(2, -1)}"`));
        expect(about, marker).toHaveLength(same);
      }
    },
  );
});

describe('a translation that says more than the original', () => {
  const timeline = eventsOf(written.slice(opening, closing));

  it('says so of an event', () => {
    const event = '  an-event-of-its-own:\n    title: 새\n    text: 새\n';
    const at = timeline[0]?.start ?? 0;
    const errors = inBothPlaces(check(written.slice(0, at) + event + written.slice(at)));
    expect(errors.map(({ rule }) => rule)).toEqual(['translation-extra']);
  });

  it.each(['date: 2025-09-04', 'sources: [kbs-esta-0912]', 'status: disputed'])('says so of %s of an event', (fact) => {
    const changed = timeline.reduceRight((text, { start }) => {
      const line = text.indexOf('\n', start) + 1;
      return `${text.slice(0, line)}    ${fact}\n${text.slice(line)}`;
    }, written);
    const errors = inBothPlaces(check(changed)).filter(({ rule }) => rule === 'key-unknown');
    expect(errors.map(({ message }) => message.split(' ')[0])).toEqual(timeline.map(({ id }) => `timeline.${id}`));
  });

  it.each(['published: 2025-09-04', 'journey: []'])('says so of %s of the article', (fact) => {
    const errors = inBothPlaces(check(`${written.slice(0, opening)}${fact}\n${written.slice(opening)}`));
    expect(errors.map(({ rule }) => rule)).toEqual(['key-unknown']);
  });

  it('says so of a source that the original does not cite, in every section', () => {
    const changed = sections.reduceRight((text, [start, end]) => {
      const here = citations.filter(({ index }) => start <= index && index < end).map(({ marker }) => marker);
      const foreign = citations.find(({ marker }) => !here.includes(marker))?.marker ?? '';
      return `${text.slice(0, end).trimEnd()}\n\n새.${foreign}\n\n${text.slice(end)}`;
    }, written);
    const errors = inBothPlaces(check(changed)).filter(({ rule }) => rule === 'translation-sources');
    expect(errors).toHaveLength(sections.length);
  });

  it('says so of a section', () => {
    const errors = inBothPlaces(check(`${written}\n## 새\n\n새.${citations[0]?.marker}\n`));
    expect(errors.map(({ rule }) => rule)).toEqual(['translation-headings']);
  });
});

function eventsOf(yaml: string): { id: string; start: number }[] {
  const timeline = parseDocument(yaml, { schema: 'failsafe' }).get('timeline');
  if (!isMap(timeline)) throw new Error('a translation has a map of events');
  return timeline.items.map(({ key }) => {
    const [start] = rangeOf(key as Scalar);
    return { id: String((key as Scalar).value), start: opening + yaml.lastIndexOf('\n', start) + 1 };
  });
}
