import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readLibrary } from '../../../src/content/library.ts';
import { build, copyProject } from '../../fixtures/project.ts';

const CONTENT = join(import.meta.dirname, '../../fixtures/second-story/content');
const STORY = 'content/articles/ferry-line';

/** Ten slips of somebody who writes from the guide: what was written, what came of it, and the line for it. */
const SLIPS: readonly [file: string, written: string, instead: string, line: RegExp][] = [
  ['en.md', 'date: 1921~', 'date: about 1921', /^en\.md:26:11 .*"about 1921" is not a date; write 1921~$/],
  ['en.md', '  - "**It sails again**', '  - **It sails again**', /^en\.md:14:5 .*must be in quotes/],
  [
    'en.md',
    'date: 2019-05-12T17:40-03:00',
    'date: 2019-05-12T17:40+01:00',
    /^en\.md:\d+:11 .*write 2019-05-12T17:40-03:00 if the clocks there showed 17:40/,
  ],
  ['en.md', 'saidBy: A collector of stamps\n    dispute', 'dispute', /^en\.md:\d+:5 .*saidBy is missing/],
  [
    'en.md',
    'dispute: last-year',
    'dispute: the-last-year',
    /^en\.md:\d+:14 .*"the-last-year" is not the id of a dispute; did you mean "last-year"\?/,
  ],
  ['en.md', 'date: 1934-08', 'date: 1920-08', /^en\.md:\d+:11 .*is before .*move this event up/],
  [
    'en.md',
    '(https://example.org/timetable).[^radio-2019]',
    '(https://example.org/timetable).',
    /^en\.md:\d+:1 .*cites no source/,
  ],
  ['en.md', '### How to read this', '##### How to read this', /^en\.md:\d+:1 .*skips a level/],
  [
    'sources.yaml',
    'title: "The harbour book: ships and people"',
    'title: The harbour book: ships and people',
    /^sources\.yaml:3:10 .*must be in quotes/,
  ],
  [
    'sources.yaml',
    'url: https://example.org/stamps',
    'url: example.org/stamps',
    /^sources\.yaml:\d+:8 .*write it whole/,
  ],
];

let project: string;
beforeAll(() => {
  project = copyProject({ content: CONTENT });
});

function check(): string[] {
  return readLibrary(project).diagnostics.map(
    ({ file, line, column, message }) => `${file.split('/').at(-1)}:${line}:${column} ${message}`,
  );
}

describe('a story of another kind', () => {
  it('is written without a mistake', () => {
    expect(check()).toEqual([]);
  });

  it.each(SLIPS)('%s: broken from %j to %j, it says where, and is mended again', (file, written, instead, line) => {
    const path = join(project, STORY, file);
    const good = readFileSync(path, 'utf8');
    expect(good.split(written)).toHaveLength(2);
    writeFileSync(
      path,
      good.replace(written, () => instead),
    );
    const found = check();
    writeFileSync(path, good);
    expect(found).toEqual([expect.stringMatching(line)]);
    expect(check()).toEqual([]);
  });

  it('is built as it is, by the program as it is', async () => {
    const { stdout } = await build(project);
    expect(stdout).toContain('Built 1 article');
    const page = readFileSync(join(project, 'dist/articles/ferry-line.html'), 'utf8');
    for (const words of [
      'about 1921',
      '1922 to 1931',
      'August 1934',
      '1974 (date uncertain)',
      'since May 2019',
      'Recife',
    ])
      expect(page.replace(/<[^>]+>/g, '')).toContain(words);
    expect(page).toContain('<del>1973</del>');
    expect(page).toContain('https://almanac.example/history/articles/ferry-line.html');
    // No second language was asked for.
    expect(existsSync(join(project, 'dist/ko'))).toBe(false);
    expect(readdirSync(join(project, 'dist')).some((name) => name === 'index.html')).toBe(true);
  });

  it('is no part of the site', () => {
    expect(existsSync(join(import.meta.dirname, '../../..', STORY))).toBe(false);
  });
});
