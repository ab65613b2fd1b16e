import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { readContent } from '../../../src/content/current.ts';
import { readLibrary } from '../../../src/content/library.ts';
import { fact, list, text } from '../../../src/content/model/fields.ts';
import { ARTICLE as PARTS } from '../../../src/content/model/parts.ts';
import { id } from '../../../src/content/model/scalars.ts';
import { newTranslation, skeleton } from '../../../src/content/new-translation.ts';
import { readEdition } from '../../../src/content/read/edition.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { buildStory } from '../../../src/story/story.ts';
import { mergePartialProse } from '../../../src/story/localise.ts';
import { plainText, splitAtDirectives } from '../../../src/text/rich-text.ts';
import { ARTICLE, BaseProject } from '../../fixtures/base-project.ts';

const [EN, KO] = [`${ARTICLE}/en.md`, `${ARTICLE}/ko.md`];
const COMMAND = join(import.meta.dirname, '../../../src/commands/new.ts');

let project: BaseProject;
let finished: string;
beforeEach(() => {
  project = new BaseProject();
  finished = project.read(KO);
  rmSync(join(project.root, KO));
});
afterEach(() => project.remove());

function change(file: string, find: string, replacement: string): void {
  const before = project.read(file);
  project.write(
    file,
    before.replace(find, () => replacement),
  );
  expect(project.read(file)).not.toBe(before);
}

function start(): string {
  return project.read(newTranslation(project.root, 'bridge', ['en', 'ko'], 'ko'));
}

/** The paths of the texts of a frontmatter, empty ones among them. */
function keysOf(edition: string): string[] {
  const paths = (value: unknown, path: string): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => paths(part, `${path}.${key}`))
      : [path];
  return paths(parseDocument(edition.split(/^---$/m)[1] ?? '', { schema: 'failsafe' }).toJS(), '');
}

describe('npm run new -- SLUG LANG', () => {
  it('writes every key of a finished translation, empty, below what the original says', () => {
    const { status, stdout } = spawnSync(process.execPath, [COMMAND, 'bridge', 'ko'], {
      cwd: project.root,
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining(`Wrote ${KO}`) });
    const written = project.read(KO);
    expect(keysOf(written).toSorted()).toEqual([...keysOf(finished), '.draft', '.partial'].toSorted());
    expect(written).toContain('      # It had rusted.\n      claim:\n'.replaceAll('      ', '        '));
    expect(written.split(/^---$/m)[2]?.match(/^#+ .*$/gm)).toEqual(['## What happened', '## What came after']);
  });

  it('passes the check, and shows all in the words of the original', () => {
    start();
    expect(project.check()).toEqual([]);
    const entry = readContent(project.root, true).articles.get('bridge');
    const { original, translations } = entry?.article ?? {};
    if (!entry || !original || !translations?.[0] || !entry.prose['en'] || !entry.prose['ko']) throw new Error();
    const prose = mergePartialProse(entry.prose['ko'], entry.prose['en'], 'en');
    const story = buildStory(entry.article, translations[0], prose, messagesFor('ko'));
    expect(story).toMatchObject({ isDraft: true, titleText: plainText(original.data.title) });
    expect(plainText(prose.text)).toContain('The desk has not seen the bridge.');
    expect(plainText(story.keyPoints[1] ?? [])).toContain('It was closed');
  });

  it('places the parts of the original, which an untouched section shows where that does', () => {
    change(EN, 'Those who crossed it', '::numbers\n\nThose who crossed it');
    change(EN, 'It was closed in the end.', '::event{#closing}\n\nIt was closed in the end.');
    const prose = start().split(/^---$/m)[2];
    expect(prose?.match(/^::.*$/gm)).toEqual(['::numbers', '::event{#closing}']);
    expect(project.check()).toEqual([]);
    const [shown, original] = partsShown();
    expect(shown).toEqual(original);
    // What is begun keeps the place of its part, and shows the rest below.
    change(KO, '## What came after\n', '## 그 뒤\n\n한쪽은 멀쩡하다고 한다.[^gazette-opening]\n');
    const [begun] = partsShown();
    expect(begun?.slice(0, 2)).toEqual(original?.slice(0, 2));
    expect(begun?.slice(2)).toEqual([
      expect.stringMatching(/a baker and a child.*그 뒤 한쪽은 멀쩡하다고 한다\.$/),
      ...(original?.slice(-2) ?? []),
    ]);
    change(KO, 'partial: true\n', '');
    expect(project.check().filter(({ rule }) => rule === 'translation-parts')).toEqual([]);
  });

  /** The words, and the names of the parts between them, of the Korean page's prose and of the original's. */
  function partsShown(): string[][] {
    const { prose } = readContent(project.root, true).articles.get('bridge') ?? {};
    if (!prose?.['en'] || !prose['ko']) throw new Error('the story has both editions');
    return [mergePartialProse(prose['ko'], prose['en'], 'en'), prose['en']].map(({ text }) =>
      splitAtDirectives(text).map((piece) => ('type' in piece ? piece.name : plainText(piece))),
    );
  }

  it('takes what is translated so far, one of several points and half of an event', () => {
    start();
    change(KO, '  # It was closed in November 2025.[^post-closing]\n  -', '  - 2025년 11월에 닫혔다.[^post-closing]');
    change(KO, '    # The bridge is opened\n    title:', '    title: 다리가 열리다');
    change(KO, '## What came after', '## 그 뒤');
    expect(project.check()).toEqual([]);
  });

  it('says of each text that is still empty what the original has, once it is called whole', () => {
    start();
    change(KO, 'partial: true\n', '');
    const messages = project.check().map(({ message }) => message);
    expect(messages).toContainEqual(expect.stringMatching(/^timeline\.opening\.title is empty.*en\.md:\d+$/));
  });

  it('is left out of a build, whatever is wrong with it', () => {
    start();
    change(KO, 'title:\n', 'titel: 다리\n');
    expect(project.check().map(({ severity }) => severity)).toEqual(['error']);
    const { articles, drafts, diagnostics } = readContent(project.root, false);
    expect(articles.get('bridge')?.article.translations).toEqual([]);
    expect([...drafts]).toEqual(['bridge/ko']);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('is no place for a link from what is published', () => {
    start();
    change(EN, 'It was closed in the end.', 'It was closed [in the end](ko.md).');
    expect(project.check().map(({ message }) => message)).toEqual([expect.stringContaining('leads to a draft')]);
  });

  it.each([
    ['a sign of YAML', 'text: "The first: people #1 walked over it."', '# The first: people #1 walked over it.'],
    [
      'two lines',
      'text: >-\n      The first people\n\n      walked over it.',
      '# The first people\n      # walked over it.',
    ],
    ['its own rule', "text: '--- x'", '# --- x'],
  ])('keeps a text with %s', (_, written, said) => {
    change(EN, 'text: The first people walked over it.', written);
    expect(start()).toContain(`${said.replaceAll('\n      ', '\n    ')}\n    text:\n`);
    expect(project.check().filter(({ file }) => file === KO)).toEqual([]);
  });

  it('asks for the translation of words in another language, and of none in its own', () => {
    const quote = (key: string, language: string): string =>
      `  - id: ${key}\n    words: Es war Rost.\n    language: ${language}\n    translation: It was rust.\n` +
      '    saidBy: Ada\n    event: closing\n    sources: [post-closing]\n';
    change(EN, 'people:\n', `quotes:\n${quote('rust', 'de')}${quote('old', 'ko')}people:\n`);
    const written = start();
    expect(keysOf(written)).toContain('.quotes.rust.translation');
    expect(keysOf(written)).not.toContain('.quotes.old.translation');
    expect(written).toContain('    # Es war Rost.\n    translation:\n');
    expect(project.check()).toEqual([]);
  });

  it('asks for the words of a correction beside its note', () => {
    change(EN, '    kind: correction\n', '    kind: correction\n    was: It is long.\n    now: It is short.\n');
    const written = start();
    expect(written).toContain('    note:\n    # It is long.\n    was:\n    # It is short.\n    now:\n');
    expect(keysOf(written).filter((key) => key.startsWith('.updates'))).toEqual([
      ...['.updates.0', '.updates.1.note', '.updates.1.was', '.updates.1.now'],
    ]);
    expect(project.check()).toEqual([]);
    project.write(KO, written.replace('note:', 'note: 길이가 틀렸다.').replace('was:', 'was: 길다.'));
    expect(project.check()).toEqual([]);
  });

  it('knows a part that is added to the list of parts', () => {
    const papers = list({ noun: 'a paper' }, 'Papers.', { id: fact(id, 'Its id.'), title: text('Its title.') });
    change(EN, 'people:\n', 'papers:\n  - id: permit\n    title: The permit\npeople:\n');
    const original = readEdition(project.root, EN, 'en');
    if (!original) throw new Error();
    expect(skeleton(original, 'ko', { ...PARTS, papers })).toContain(
      'papers:\n  permit:\n    # The permit\n    title:\n',
    );
  });

  it.each([
    ['bridge', 'en', 'not among the languages of translations'],
    ['bridge', 'xx', 'not among the languages of translations'],
    ['brige', 'ko', 'did you mean "bridge"?'],
  ])('refuses %s in %s', (slug, lang, says) => {
    expect(() => newTranslation(project.root, slug, ['en', 'ko'], lang)).toThrow(says);
  });

  it('never writes over a file', () => {
    project.write(KO, finished);
    expect(start).toThrow('is there already');
    expect(project.read(KO)).toBe(finished);
    expect(readLibrary(project.root).diagnostics).toEqual([]);
  });

  it('starts nothing from what cannot be read', () => {
    change(EN, 'title: The bridge over', 'title: "The bridge over');
    expect(start).toThrow('npm run check says why');
  });
});
