import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '../../../../src/content/import/import-file.ts';
import type { RuleName } from '../../../../src/content/rule-book.ts';
import { readYaml } from '../../../../src/content/read/yaml.ts';
import { BaseProject } from '../../../fixtures/base-project.ts';

const FIXTURE = join(import.meta.dirname, '../../../fixtures/timelines/lune.csv');
const COMMAND = join(import.meta.dirname, '../../../../src/commands/import.ts');
const PACKAGE = dirname(createRequire(import.meta.url).resolve('@knight-lab/timelinejs/package.json'));
const [EN, SOURCES] = ['content/articles/lune/en.md', 'content/articles/lune/sources.yaml'];

/** What a draft lacks, and nothing else, breaks these. */
const MISSING: readonly RuleName[] = ['value-empty', 'uncited', 'list-length'];
const HEAD = 'Year,Month,Day,Time,End Year,End Month,End Day,Display Date,Headline,Text,Media,Media Credit,Type,Group';

let project: BaseProject;
beforeEach(() => {
  project = new BaseProject();
});
afterEach(() => project.remove());

interface Event {
  readonly id: string;
  readonly date: string;
  readonly [key: string]: string | readonly string[];
}

/** Takes in a file, and reads what was written. */
function imported(text: string, name = 'timeline.csv') {
  project.write(name, text);
  importFile(project.root, join(project.root, name), 'lune', 'en', '2026-11-27');
  const edition = project.read(EN);
  const frontmatter = edition.split(/^---$/m)[1] ?? '';
  const read = (text: string): unknown => readYaml({ path: EN, text, lineStarts: [0] }, () => {}).value;
  const data = read(frontmatter) as { timeline: Event[]; title: string; sides?: object[]; phases?: object[] };
  return { ...data, edition, sources: read(project.read(SOURCES)) as Record<string, string>[] };
}

function sheet(...rows: readonly string[]): ReturnType<typeof imported> {
  return imported([HEAD, ...rows].join('\n'));
}

function problems() {
  return project.check().filter(({ file, severity }) => file.includes('/lune/') && severity === 'error');
}

describe('npm run import -- FILE SLUG', () => {
  it('writes a draft from a sheet, whose check says what to add, each with its line', () => {
    const { stdout, status } = spawnSync(process.execPath, [COMMAND, FIXTURE, 'lune'], {
      cwd: project.root,
      encoding: 'utf8',
    });
    const found = problems();
    expect({ status, lines: stdout.trimEnd().split('\n') }).toEqual({
      status: 0,
      lines: [`Wrote ${EN}`, `Wrote ${SOURCES}`, `${found.length} things to add: npm run check -- lune`],
    });
    expect(found.filter(({ rule }) => !MISSING.includes(rule))).toEqual([]);
    const line = (text: string): number => project.read(EN).split('\n').indexOf(text) + 1;
    expect(found).toContainEqual(expect.objectContaining({ rule: 'value-empty', line: line('    status:') }));
    expect(found).toContainEqual(expect.objectContaining({ rule: 'uncited', line: line('    sources: []') }));
  });

  it('drops no cell: what an article has no place for stands in a comment with its row', () => {
    copyFileSync(FIXTURE, join(project.root, 'lune.csv'));
    importFile(project.root, join(project.root, 'lune.csv'), 'lune', 'en', '2026-11-27');
    const edition = project.read(EN);
    const comments = `${edition}${project.read(SOURCES)}`.split('\n').map((line) => line.trimStart());
    for (const [row, said] of [
      [2, 'Background: #ffeecc'],
      [3, 'Headline: The first bridge'],
      [3, 'its date is 1900/1949-12-31'],
      [5, 'Media Thumbnail: https://post.example.org/small.jpg'],
      [5, 'Media Credit: The Lune Post'],
      [6, 'Display Date: Summer of 1902, before the fair'],
      [6, 'Text: A list: <ul><li>one</li><li>two</li></ul>'],
      [7, 'the time 9:30 pm is of no zone'],
      [6, 'Media Credit: <a href="https://gazette.example.org/">'],
      [7, 'Media: <blockquote>No way</blockquote>'],
      [9, '"1955, 2, 30" is no date'],
    ] as const)
      expect(comments.filter((line) => line.startsWith(`# row ${row}: ${said}`))).toHaveLength(1);
    expect(edition).toContain('# No phases: not every event falls into exactly one era.');
  });

  it.each([
    ['1900,,,,,,,', '1900'],
    ['1900,6,,,,,,', '1900-06'],
    ['1900,6,7,,,,,', '1900-06-07'],
    ['"1,900",06,07,,,,,', '1900-06-07'],
    ['1900,6,7,,1901,,,', '1900-06-07/1901'],
    ['1900,6,7,,1900,6,7,', '1900-06-07'],
    ['-44,,,,,,,', '-0043'],
    ['-1,,,,,,,', '0000'],
    ['7,,,,,,,', '0007'],
    ['1900,6,7,,1899,,,', '1900-06-07', 'the end 1899 is before the start'],
    ['1900,,7,,,,,', '', '"1900, 7" is no date'],
    ['1900,13,,,,,,', '', '"1900, 13" is no date'],
    ['-13800000000,,,,,,,', '', 'at most four digits'],
    ['1900,6,7,25:00,,,,', '1900-06-07', 'cannot be read with this date'],
    ['1900,6,7,930,,,,', '1900-06-07', '1900-06-07T09:30'],
    ['1900,6,7,12:05 a.m.,,,,', '1900-06-07', '1900-06-07T00:05'],
    ['1900,6,7,,,,,7 June 1900', '1900-06-07'],
    ['1900,6,7,,,,,Summer', '1900-06-07', 'Display Date: Summer'],
  ])('reads the date %s', (cells, date, comment = '') => {
    const { timeline, edition } = sheet(`${cells},A bridge,,,,,`);
    expect(timeline[0]?.date).toBe(date);
    const comments = edition.match(/^ +# row 2: .*$/gm) ?? [];
    expect(comments).toEqual(comment === '' ? [] : [expect.stringContaining(comment)]);
  });

  it('puts events in the order of the check, those of one day by their times', () => {
    const { timeline } = sheet(
      '1901,,,,,,,,f,,,,,',
      '1900,6,7,5 pm,,,,,e,,,,,',
      '1900,6,7,9:30,,,,,d,,,,,',
      '1900,6,,,,,,,c,,,,,',
      '1900,,,,,,,,b,,,,,',
      '-300,,,,,,,,a,,,,,',
    );
    expect(timeline.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(problems().filter(({ rule }) => rule === 'event-order')).toEqual([]);
  });

  it('makes ids of headlines, each once, and of dates where a headline has no such letters', () => {
    const { timeline } = sheet(
      ...['Émile’s bridge!', 'Émile’s bridge!', '다리', '다리', 'embed', 'Content', 'Person: Ada'].map(
        (headline) => `1900,6,7,,,,,,"${headline}",,,,,`,
      ),
    );
    expect(timeline.map(({ id }) => id)).toEqual([
      ...['emiles-bridge', 'emiles-bridge-2', 'event-1900-06-07', 'event-1900-06-07-2'],
      ...['event-embed', 'event-content', 'event-person-ada'],
    ]);
  });

  it('makes eras phases where every event falls into exactly one, and groups sides', () => {
    const era = (from: number, to: number): string => `${from},,,,${to},,,,Era ${from},,,,era,`;
    const [first, second] = ['1901,,,,,,,,a,,,,,North', '1955,2,,,,,,,b,,,,,South'];
    const { phases, sides, timeline } = sheet(era(1900, 1949), era(1950, 1999), first, second);
    expect(phases).toEqual([
      { id: 'era-1900', title: 'Era 1900' },
      { id: 'era-1950', title: 'Era 1950' },
    ]);
    expect(sides).toEqual([
      { id: 'north', name: 'North' },
      { id: 'south', name: 'South' },
    ]);
    expect(timeline.map(({ phase, side }) => [phase, side])).toEqual([
      ['era-1900', 'north'],
      ['era-1950', 'south'],
    ]);
  });

  it('makes no sides of more groups than a story has', () => {
    const { sides, edition } = sheet(...Array.from({ length: 9 }, (_, at) => `190${at},,,,,,,,a,,,,,G${at}`));
    expect(sides).toBeUndefined();
    expect(edition).toContain('# row 10: Group: G8');
  });

  it.each([
    ['a byte order mark and CR LF', `\ufeff${HEAD}\r\n1900,,,,,,,,A,"x\r\ny",,,,\r\n`, 'x y'],
    ['semicolons', `${HEAD.replaceAll(',', ';')}\n1900;;;;;;;;A;x, y;;;;\n`, 'x, y'],
    ['tabs', `${HEAD.replaceAll(',', '\t')}\n1900\t\t\t\t\t\t\t\tA\tx y\t\t\t\t\n`, 'x y'],
    ['empty rows', `${HEAD}\n,,,,,,,,,,,,,\n1900,,,,,,,,A,x,,,,\n\n`, 'x'],
  ])('reads a sheet with %s', (_, csv, text) => {
    expect(imported(csv).timeline).toEqual([expect.objectContaining({ date: '1900', text })]);
  });

  it('reads the JSON, and takes back the dates of our own', () => {
    const { timeline, edition, title } = imported(
      JSON.stringify({
        scale: 'human',
        title: { text: { headline: 'A &amp; B' } },
        events: [
          {
            unique_id: 'opening',
            start_date: { year: 1900, month: '6' },
            text: { headline: 'A' },
            location: { lat: 1 },
          },
          { unique_id: 'No Id', edtf: '1899~', start_date: { year: '1899' }, text: { headline: 'B' } },
        ],
      }),
      'timeline.json',
    );
    expect(title).toBe('A & B');
    expect(timeline.map(({ id, date }) => [id, date])).toEqual([
      ['no-id', '1899~'],
      ['opening', '1900-06'],
    ]);
    for (const line of ['# the file: scale: human', '# events[0]: location.lat: 1', '# events[1]: unique_id: No Id'])
      expect(edition).toContain(line);
  });

  it.each([
    ['no such column', 'a,b\n1,2\n', /no column "Year" and "Headline"/],
    ['a quote that stays open', `${HEAD}\n1900,,,,,,,,"A\n`, /row 2: a quote that opens is not closed/],
    ['another JSON', '{"timeline": {}}', /no list "events"/],
    ['half of a JSON', '{\n"events": [}', /:2:12 is no JSON: Unexpected token/],
  ])('refuses a file with %s', (_, text, says) => {
    expect(() => imported(text)).toThrow(says);
    expect(existsSync(join(project.root, 'content/articles/lune'))).toBe(false);
  });

  it.each(['gone.csv', 'content'])('is none that cannot be read: %s', (name) => {
    const file = join(project.root, name);
    expect(() => importFile(project.root, file, 'canal', 'en', '2026-11-27')).toThrow(
      `${name} is no file that can be read`,
    );
  });

  it('never writes over a file', () => {
    const before = project.read('content/articles/bridge/en.md');
    expect(() => importFile(project.root, FIXTURE, 'bridge', 'en', '2026-11-27')).toThrow('is there already');
    expect(project.read('content/articles/bridge/en.md')).toBe(before);
  });

  const examples = [
    ...readdirSync(join(PACKAGE, 'src/template')).filter((name) => /\.(?:csv|json)$/.test(name)),
    '../js/core/__tests__/women_in_computing.csv',
  ];
  it.each(examples)('takes in %s of TimelineJS itself', (name) => {
    importFile(project.root, join(PACKAGE, 'src/template', name), 'lune', 'en', '2026-11-27');
    const found = problems();
    expect(found.length).toBeGreaterThan(1);
    expect(found.filter(({ rule }) => ![...MISSING, 'text-length'].includes(rule))).toEqual([]);
  });

  it('writes what can be read, whatever the texts hold', () => {
    const sign = fc.constantFrom(
      ...'#:"\'\\*_`~[]()<>|&!-+=@%{},.^ \n\t1a한'.split(''),
      '[^',
      '](',
      '&lt;',
      '<b>',
      '</b>',
      '::map',
      'www.a.example',
    );
    const cell = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(cell, cell, cell, cell, cell, (headline, text, media, credit, group) => {
        const fresh = new BaseProject();
        try {
          const cells = ['1900', '', '', '', '', '', '', text, headline, text, media, credit, '', group];
          const row = cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',');
          fresh.write('t.csv', `${HEAD}\n${row}\n`);
          importFile(fresh.root, join(fresh.root, 't.csv'), 'lune', 'en', '2026-11-27');
          const found = fresh.check().filter(({ file, severity }) => file.includes('/lune/') && severity === 'error');
          expect(found.filter(({ rule }) => !MISSING.includes(rule))).toEqual([]);
        } finally {
          fresh.remove();
        }
      }),
      { numRuns: 60 },
    );
  });
});
