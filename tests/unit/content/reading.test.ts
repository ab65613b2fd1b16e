import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/content/article.ts';
import {
  countDiagnostics,
  type Diagnostic,
  formatDiagnostic,
  sortDiagnostics,
} from '../../../src/content/diagnostic.ts';
import { readContent } from '../../../src/content/current.ts';
import { readLibrary } from '../../../src/content/library.ts';
import { formatEdtf } from '../../../src/dates/edtf.ts';
import { SMALL_PROJECT } from '../story/bridge.ts';

const FOLDER = 'content/articles/bridge';
const ORIGINAL = `${FOLDER}/en.md`;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plain-record-reading-'));
  cpSync(SMALL_PROJECT, root, { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

/** Changes one passage of a file, which has to be there. */
function change(path: string, from: string, to: string): void {
  const file = join(root, path);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    file,
    text.replace(from, () => to),
  );
}

/** The line of a passage, counted from 1. */
function lineOf(path: string, passage: string): number {
  const before = readFileSync(join(root, path), 'utf8').split(passage);
  expect(before.length).toBeGreaterThan(1);
  return (before[0] as string).split('\n').length;
}

function diagnosticsOf(): Diagnostic[] {
  const found: Diagnostic[] = [];
  readArticle(root, FOLDER, ['en', 'ko'], (diagnostic) => found.push(diagnostic));
  return sortDiagnostics(found);
}

describe('a good article', () => {
  it('is read without a word', () => {
    const library = readLibrary(root);
    expect(library.diagnostics).toEqual([]);
    expect(library.site?.languages).toEqual(['en', 'ko']);
    expect(library.about.map(({ lang }) => lang)).toEqual(['en', 'ko']);
    expect(library.articles.map(({ slug }) => slug)).toEqual(['bridge']);
  });

  it('keeps every date as it was written', () => {
    const [article] = readLibrary(root).articles;
    const written = [...readFileSync(join(root, ORIGINAL), 'utf8').matchAll(/^ {4}date: (.*)$/gm)].map(
      ([, date]) => date,
    );
    expect(article?.original.data.timeline.map(({ date }) => formatEdtf(date))).toEqual(written);
    expect(written).toContain('2025-03-01T20:30-05:00');
  });

  it('keeps text that other YAML readers would turn into something else', () => {
    change(ORIGINAL, 'value: 1,200 m', 'value: 0x1F');
    change(ORIGINAL, 'title: The plan', 'title: No');
    const [article] = readLibrary(root).articles;
    expect(article?.original.data.numbers?.[0]?.value).toEqual(['0x1F']);
    expect(article?.original.data.timeline[0]?.title).toEqual(['No']);
  });

  it('reads the same with a byte-order mark and with CRLF', () => {
    const before = readLibrary(root).articles;
    const file = join(root, ORIGINAL);
    writeFileSync(file, `\ufeff${readFileSync(file, 'utf8').replaceAll('\n', '\r\n')}`);
    expect(readLibrary(root)).toMatchObject({ articles: before, diagnostics: [] });
  });

  it('reads the same with its letters in parts', () => {
    change(ORIGINAL, 'title: ', 'title: Élysée 다리 ');
    const before = readLibrary(root).articles;
    const file = join(root, ORIGINAL);
    const parts = readFileSync(file, 'utf8').normalize('NFD');
    expect(parts).not.toBe(readFileSync(file, 'utf8'));
    writeFileSync(file, parts);
    expect(readLibrary(root)).toMatchObject({ articles: before, diagnostics: [] });
  });

  it('may have a draft’s and a translation’s absence', () => {
    rmSync(join(root, FOLDER, 'ko.md'));
    change(ORIGINAL, 'published: 2025-03-01', 'published: 2025-03-01\ndraft: true');
    const [article] = readLibrary(root).articles;
    expect(article?.translations).toEqual([]);
    expect(article?.original.data.draft).toBe(true);
  });
});

describe('a draft', () => {
  it('with an error is left out of a build, which goes on, and shown what is wrong with it', () => {
    const draft = 'content/articles/canal';
    cpSync(join(root, FOLDER), join(root, draft), { recursive: true });
    change(`${draft}/en.md`, 'published: 2025-03-01', 'published: 2025-03-91\ndraft: true');
    const built = readContent(root, false);
    expect([...built.articles.keys()]).toEqual(['bridge']);
    expect([...built.drafts]).toEqual(['canal']);
    expect(built.diagnostics).toEqual([expect.objectContaining({ severity: 'warning', file: `${draft}/en.md` })]);
    expect(readContent(root, true).diagnostics).toEqual([expect.objectContaining({ severity: 'error' })]);
    expect(readLibrary(root).diagnostics).toEqual([expect.objectContaining({ severity: 'error' })]);
  });

  it('that cannot be read is one all the same', () => {
    change(ORIGINAL, 'published: 2025-03-01', 'published: "2025-03-01\ndraft: true');
    expect([...readContent(root, false).drafts]).toEqual(['bridge']);
  });
});

describe('a story that was copied', () => {
  it('has the title of another', () => {
    cpSync(join(root, FOLDER), join(root, 'content/articles/canal'), { recursive: true });
    expect(readLibrary(root).diagnostics).toEqual([
      expect.objectContaining({
        rule: 'title-twice',
        file: 'content/articles/canal/en.md',
        line: 2,
        message: expect.stringContaining('content/articles/bridge'),
      }),
    ]);
  });
});

describe('a broken article', () => {
  it.each([
    ['a day that does not exist', 'date: 2023~', '2025-02-30', /timeline\[0\]\.date: "2025-02-30" is not a date/],
    ['a month that does not exist', 'date: 2023~', '2025-13-40', /timeline\[0\]\.date: "2025-13-40" is not a date/],
    ['a status that does not exist', 'status: disputed', 'disputd', /"disputd" is none of .*did you mean "disputed"/],
    ['an unknown source', 'sources: [town]', '[twon]', /"twon".*did you mean "town"/],
  ])('%s is reported where it stands', (_, passage, value, message) => {
    const key = passage.slice(0, passage.indexOf(':'));
    change(ORIGINAL, passage, `${key}: ${value}`);
    const [diagnostic, ...others] = diagnosticsOf();
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({ file: ORIGINAL, line: lineOf(ORIGINAL, value), severity: 'error' });
    expect(diagnostic?.message).toMatch(message);
    const line = readFileSync(join(root, ORIGINAL), 'utf8').split('\n')[(diagnostic?.line ?? 0) - 1];
    expect(line?.slice((diagnostic?.column ?? 0) - 1).replace('[', '')).toMatch(
      new RegExp(`^${value.replace('[', '')[0]}`),
    );
  });

  it('with a citation of no source is reported at the citation', () => {
    change(ORIGINAL, 'The span holds.[^gazette]', 'The span holds.[^gazete]');
    const [diagnostic] = diagnosticsOf();
    expect(diagnostic).toMatchObject({ file: ORIGINAL, line: lineOf(ORIGINAL, '[^gazete]'), severity: 'error' });
    expect(diagnostic?.message).toContain('gazete');
  });

  it.each(['content', 'card', 'h-timeline'])('with an event that is called %s takes an address that is taken', (id) => {
    change(ORIGINAL, 'id: plan', `id: ${id}`);
    rmSync(join(root, FOLDER, 'ko.md'));
    const [diagnostic, ...others] = diagnosticsOf();
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({ file: ORIGINAL, line: lineOf(ORIGINAL, `id: ${id}`), severity: 'error' });
  });

  it('with a source that nothing cites is a warning, and is read', () => {
    change(
      `${FOLDER}/sources.yaml`,
      '- id: town',
      '- id: spare\n  publisher: P\n  title: T\n  url: https://p.example/\n  published: 2024\n  language: en\n- id: town',
    );
    expect(diagnosticsOf().map(({ severity }) => severity)).toEqual(['warning']);
    expect(readLibrary(root).articles).toHaveLength(1);
  });

  it('shows everything that is wrong at once, and is not read', () => {
    change(ORIGINAL, 'date: 2023~', 'date: 2025-02-30');
    change(ORIGINAL, 'It is long.[^gazette][^ilbo]', 'It is long.');
    change(ORIGINAL, 'Two towns.[^town]', 'Two towns.');
    rmSync(join(root, FOLDER, 'sources.yaml'));
    const { articles, diagnostics } = readLibrary(root);
    expect(articles).toEqual([]);
    expect(diagnostics.length).toBeGreaterThanOrEqual(4);
    expect(diagnostics).toEqual(sortDiagnostics(diagnostics));
  });

  it('that is no YAML has one line for it, at the quote that is never closed', () => {
    change(ORIGINAL, 'summary: A', 'summary: "A');
    const errors = diagnosticsOf().filter(({ file }) => file === ORIGINAL);
    expect(errors[0]).toMatchObject({ line: lineOf(ORIGINAL, 'summary:'), column: 10 });
    expect(errors[0]?.message).toContain('never closed');
  });

  it('in a file that is missing is reported at that file', () => {
    rmSync(join(root, FOLDER, 'sources.yaml'));
    expect(diagnosticsOf()).toContainEqual(
      expect.objectContaining({ file: `${FOLDER}/sources.yaml`, line: 1, column: 1, severity: 'error' }),
    );
  });
});

describe('a diagnostic', () => {
  const error: Diagnostic = {
    file: 'content/a/en.md',
    line: 37,
    column: 11,
    severity: 'error',
    rule: 'id-unknown',
    message: 'm "x"; y',
  };
  const warning: Diagnostic = { ...error, line: 4, severity: 'warning' };

  it('is one line: place, severity, what is wrong', () => {
    expect(formatDiagnostic(error)).toBe('content/a/en.md:37:11  error  m "x"; y');
  });

  it.each([
    [[], '0 errors, 0 warnings'],
    [[error], '1 error, 0 warnings'],
    [[error, warning, error], '2 errors, 1 warning'],
  ])('%# is counted at the end', (diagnostics, line) => {
    expect(countDiagnostics(diagnostics)).toBe(line);
  });

  it('is sorted by file and place, as numbers', () => {
    const places = [
      { ...error, line: 10 },
      { ...error, line: 9, column: 12 },
      { ...error, line: 9, column: 2 },
      { ...error, file: 'content/a/ko.md', line: 1 },
    ];
    const sorted = sortDiagnostics(places.toReversed()).map(({ file, line, column }) => [file.slice(-5), line, column]);
    expect(sorted).toEqual([
      ['en.md', 9, 2],
      ['en.md', 9, 12],
      ['en.md', 10, 11],
      ['ko.md', 1, 11],
    ]);
  });
});
