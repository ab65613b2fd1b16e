import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/content/diagnostic.ts';
import { readLibrary } from '../../../src/content/library.ts';
import { readInline } from '../../../src/text/inline.ts';
import { parseMarkdown, richProse } from '../../../src/text/pipeline.ts';
import { htmlOf } from '../text/render-prose.ts';
import { ARTICLE, BaseProject } from '../../fixtures/base-project.ts';

/** Files that an editor, or a broken disk, can put into any place. */
const FILES = [
  `${ARTICLE}/en.md`,
  `${ARTICLE}/ko.md`,
  `${ARTICLE}/sources.yaml`,
  'content/site.yaml',
  'content/about/en.md',
];

const MEGABYTE = 1_000_000;
const YAML = 149_000;
const PROSE = 95_000;

/** Texts that cost some parser more than their length. */
const HEAVY: Readonly<Record<string, string>> = {
  '"[" in YAML': '['.repeat(YAML),
  '"{a: " in YAML': '{a: '.repeat(YAML / 4),
  // As many as the parser bears; each is a slip of its own.
  'lists that never end': `title: ${'['.repeat(600)}`,
  'groups that never end': `title: ${'{a: '.repeat(600)}`,
  '"- " in YAML': '- '.repeat(YAML / 2),
  '"? " in YAML': '? '.repeat(YAML / 2),
  '"]" in YAML': ']'.repeat(YAML),
  '"&a " in YAML': '&a '.repeat(YAML / 3),
  'a quote in YAML': '"'.repeat(YAML),
  'no-break spaces in YAML': `title: x${'\u00a0'.repeat(YAML)}y`,
  'a name of citations that are not closed': `people: [{ nativeName: "${'[^'.repeat(YAML / 2 - 20)}" }]`,
  'a date of tildes': `published: "${'~'.repeat(YAML)}\\n!"`,
  'what git could not join': '<<<<<<< a\n'.repeat(YAML / 10),
  'a key again and again': 'title: x\n'.repeat(YAML / 9),
  'many keys': Array.from({ length: 10_000 }, (_, index) => `key${index}: x\n`).join(''),
  'anchors that multiply': `a: &a [x, x]\n${Array.from({ length: 4_000 }, (_, index) => `b${index}: &b${index} [*a, *a, *a]\n`).join('')}`,
  'many misspelt places': `places: {${Array.from({ length: 2_000 }, (_, index) => `p${index}: x`).join(', ')}}\ntimeline:\n${Array.from({ length: 2_000 }, (_, index) => `  - place: q${index}\n`).join('')}`,
  'many short texts of markdown': `keyPoints:\n${'  - "*a*"\n'.repeat(2_000)}`,
  'a short text of lists in lists': `summary: "](y${'- '.repeat(3_000)}"\ntitle: "${'- '.repeat(3_000)}](y"\n`,
  'short texts of lists in lists': `keyPoints:\n${`  - "${'- '.repeat(990)}[x](y)"\n`.repeat(70)}`,
  'short texts of quotations': `keyPoints:\n${`  - "${'>'.repeat(1_990)}[x](y)"\n`.repeat(70)}`,
  'one text of brackets': `summary: "${'[](a '.repeat(28_000)}"`,
  'texts of stars, each another': `keyPoints:\n${Array.from({ length: 75 }, (_, index) => `  - "${index}${'*a_ '.repeat(480)}[^b][x](y)"\n`).join('')}`,
  'short texts of links': `keyPoints:\n${`  - "${'](a'.repeat(600)}"\n`.repeat(90)}`,
};
const HEAVY_PROSE: Readonly<Record<string, string>> = {
  brackets: '['.repeat(PROSE),
  'abbreviations, each another': Array.from(
    { length: 15_000 },
    (_, index) =>
      `Q${index
        .toString(26)
        .toUpperCase()
        .replace(/\d/g, (digit) => 'QRSTUVWXYZ'[Number(digit)] as string)}`,
  ).join(' '),
  'a word without end beside an abbreviation': `ABC ${'x'.repeat(PROSE)}`,
  'links that never close': '[a]('.repeat(PROSE / 4),
  'ends of links': '](a'.repeat(PROSE / 3),
  'words behind a bracket': `[${"1 to '''".repeat(PROSE / 8)}`,
  'items of other programs': '– a\n'.repeat(PROSE / 4),
  'marks of other programs': '{#a ==b :::\n'.repeat(PROSE / 12),
  'blocks of code that open': '````\n```\n'.repeat(PROSE / 9),
  stars: '*a '.repeat(PROSE / 3),
  'stars in words': 'a**b'.repeat(PROSE / 4),
  underscores: '_a'.repeat(PROSE / 2),
  tildes: '~a~'.repeat(PROSE / 3),
  backquotes: '`a``b```c '.repeat(PROSE / 10),
  quotations: '>'.repeat(PROSE),
  'lists in lists': '1. '.repeat(PROSE / 3),
  'indented lists': Array.from({ length: 300 }, (_, index) => `${'  '.repeat(index)}- a\n`).join(''),
  items: '- a\n'.repeat(PROSE / 4),
  paragraphs: 'a\n\n'.repeat(PROSE / 3),
  headings: '# a\n'.repeat(PROSE / 4),
  tables: '|a|b|\n|-|-|\n\n'.repeat(PROSE / 13),
  'one wide table': `|${'a|'.repeat(900)}\n|${'-|'.repeat(900)}\n|${'a|'.repeat(900)}\n`,
  tags: '<a b="'.repeat(PROSE / 6),
  definitions: '[a]: b\n'.repeat(PROSE / 7),
  citations: '[^a]'.repeat(PROSE / 4),
  'spaces in code': `\`\`\`\n${' '.repeat(PROSE)}\n\`\`\``,
  'citations in parts': `${'[^a]'.repeat(300)}\n\n`.repeat(PROSE / 1202),
  'ends of links in parts': `${'](a'.repeat(600)}\n\n`.repeat(PROSE / 1802),
};
const TOO_LARGE = ['[', '*', '_', '>', '- a\n', '`', 'a: ', '"', '\t', '\n', 'é', '---\n'];

let project: BaseProject;
beforeEach(() => {
  project = new BaseProject();
});
afterEach(() => project.remove());

/** Checks the project and tells how long it took, in milliseconds of this process. */
function check(): { diagnostics: readonly Diagnostic[]; cost: number } {
  const before = process.cpuUsage();
  const diagnostics = project.check();
  const { user, system } = process.cpuUsage(before);
  return { diagnostics, cost: (user + system) / 1_000 };
}

// What turns text around or cannot stand in XML never comes through, wherever it is written and however.
describe('a character that nobody sees', () => {
  const hidden = [...'\u202a\u202e\u2066\u2069\u0085\u2028\ufffd\u{1ffff}\x01\x7f\uffff'];

  it.each(FILES)('is reported where it stands in %s', (file) => {
    const good = project.read(file);
    fc.assert(
      fc.property(fc.constantFrom(...hidden), fc.nat(good.length), (character, at) => {
        project.write(file, good.slice(0, at) + character + good.slice(at));
        const before = good.slice(0, at).split('\n');
        expect(project.check()).toContainEqual(
          expect.objectContaining({
            file,
            severity: 'error',
            line: before.length,
            column: (before.at(-1) ?? '').length + 1,
          }),
        );
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['a reference in the prose', 'It was closed in the end', (code: string) => `It was &#x${code};closed in the end`],
    [
      'a reference in a key point',
      'It was closed in November',
      (code: string) => `It was &#x${code};closed in November`,
    ],
    [
      'an escape of YAML',
      'title: The bridge over the Lune',
      (code: string) => `title: "The \\U${code.padStart(8, '0')}bridge"`,
    ],
  ])('is refused as %s', (_name, written, instead) => {
    const good = project.read(FILES[0] as string);
    expect(good).toContain(written);
    for (const character of hidden) {
      const code = (character.codePointAt(0) as number).toString(16);
      project.write(FILES[0] as string, good.replace(written, instead(code)));
      const { articles, diagnostics } = readLibrary(project.root);
      expect(articles).toEqual([]);
      expect(
        diagnostics.map(({ rule }) => rule),
        code,
      ).toEqual([expect.stringMatching(/^(?:hidden-character|file-text)$/)]);
    }
  });
});

// 2 s are promised. What is measured is the time of this process alone, and twice as much is let pass, so
// that a machine with other work does not fail; what grows with the square of the length takes minutes.
describe('no text holds a check up or fills the memory', () => {
  const LIMIT = 4_000;

  it.each(Object.entries(HEAVY))('%s', (_name, yaml) => {
    project.write(`${ARTICLE}/en.md`, `---\n${yaml}\n---\n`);
    const { diagnostics, cost } = check();
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(cost).toBeLessThan(LIMIT);
  });

  it.each(Object.entries(HEAVY_PROSE))('prose of %s', (_name, prose) => {
    project.write(
      `${ARTICLE}/en.md`,
      `${project.read(`${ARTICLE}/en.md`).split(/^---$/m).slice(0, 2).join('---')}---\n\n${prose}\n`,
    );
    const { diagnostics, cost } = check();
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(cost).toBeLessThan(LIMIT);
  });

  it.each(TOO_LARGE)('a megabyte of %j in every file', (sign) => {
    const text = sign.repeat(MEGABYTE / sign.length);
    for (const file of FILES) project.write(file, file.endsWith('.md') ? `---\ntitle: x\n---\n${text}` : text);
    const { diagnostics, cost } = check();
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(cost).toBeLessThan(LIMIT);
  });

  it('and a project that is heavy everywhere needs less than half a gigabyte', () => {
    const article = (name: string): string => `---\n${HEAVY[name]}\n---\n${HEAVY_PROSE['items']}`;
    project.write(FILES[0] as string, article('"{a: " in YAML'));
    project.write(FILES[1] as string, article('many keys'));
    project.write(FILES[2] as string, HEAVY['"- " in YAML'] as string);
    project.write(FILES[4] as string, `---\n---\n${HEAVY_PROSE['citations in parts']}`);
    const command = join(import.meta.dirname, '../../../src/commands/check.ts');
    const script = `await import(${JSON.stringify(command)}); console.error(process.resourceUsage().maxRSS)`;
    const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: project.root,
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    });
    expect(status).toBe(1);
    // In kilobytes, whatever the system.
    expect(Number(stderr.trim())).toBeLessThan(500_000);
  });
});

describe('what a disk can hold', () => {
  it('byte-order marks and CRLF change nothing', () => {
    const before = readLibrary(project.root);
    for (const file of FILES) project.write(file, `\ufeff${project.read(file).replaceAll('\n', '\r\n')}`);
    expect(readLibrary(project.root)).toEqual(before);
    expect(before.diagnostics).toEqual([]);
  });

  it.each(['/dev/zero', '/dev/tty', '/etc', '..'])('a link to %s', (target) => {
    rmSync(join(project.root, FILES[0] as string));
    symlinkSync(target, join(project.root, FILES[0] as string));
    expect(project.check()[0]?.rule).toMatch(/^file-/);
  });

  it('an article’s folder that links to itself', () => {
    symlinkSync('loop', join(project.root, 'content/articles/loop'));
    expect(project.check().map(({ file, rule }) => [file, rule])).toEqual([['content/articles/loop', 'file-kind']]);
  });

  it('articles that are a file', () => {
    rmSync(join(project.root, 'content/articles'), { recursive: true });
    project.write('content/articles', 'x');
    expect(project.check().map(({ file, rule }) => [file, rule])).toEqual([['content/articles', 'file-kind']]);
  });

  it.each(['..hidden', 'a..b', 'A', 'a b', 'ü', 'a\nb', 'constructor', `${'a'.repeat(101)}`, 'a\\..\\b'])(
    'a folder named %j',
    (name) => {
      mkdirSync(join(project.root, 'content/articles', name));
      const found = project.check();
      // What starts with a dot is hidden and left alone.
      if (name.startsWith('.')) expect(found).toEqual([]);
      else expect(found.map(({ rule }) => rule)).toContain('file-name');
    },
  );

  it('no content at all', () => {
    rmSync(join(project.root, 'content'), { recursive: true });
    expect(project.check().every(({ rule }) => rule === 'file-missing')).toBe(true);
  });
});

describe('short texts', () => {
  it('become the same HTML as in the prose, whether they need the parser or not', () => {
    const words = fc.string({
      unit: fc.constantFrom(
        ...'abc ABC012.,:;?()\'"’–/%$€+-=~*_[]<>&!#@|`\\é가',
        ...['www.', 'http', '://', '1. ', '[^a]', 'a.[^b-c]', 'a b'],
      ),
      maxLength: 20,
    });
    let compared = 0;
    fc.assert(
      fc.property(words, (text) => {
        const problems: string[] = [];
        const read = readInline(text, (_kind, problem) => problems.push(problem));
        if (read.length === 0 || problems.length > 0) return;
        compared++;
        expect(`<p>${htmlOf(read)}</p>`).toBe(htmlOf(richProse(parseMarkdown(text)).text));
      }),
      { numRuns: 1_500 },
    );
    expect(compared).toBeGreaterThan(200);
  });
});
