import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RULE_BOOK } from '../../../src/content/rule-book.ts';
import { ARTICLE, BaseProject } from '../../fixtures/base-project.ts';

const COMMAND = join(import.meta.dirname, '../../../src/commands/check.ts');

let project: BaseProject;
beforeEach(() => {
  project = new BaseProject();
});
afterEach(() => project.remove());

function check(...options: string[]): { lines: string[]; status: number | null; printed: string } {
  const { stdout, status } = spawnSync(process.execPath, [COMMAND, ...options], {
    cwd: project.root,
    encoding: 'utf8',
  });
  return { lines: stdout.trimEnd().split('\n'), status, printed: stdout };
}

function change(file: string, find: string, replacement: string): void {
  project.write(`${ARTICLE}/${file}`, project.read(`${ARTICLE}/${file}`).replace(find, replacement));
}

describe('npm run check', () => {
  it('ends with a count and code 0 when all is well', () => {
    expect(check()).toMatchObject({ lines: ['0 errors, 0 warnings'], status: 0 });
  });

  it('ends with code 0 when there are warnings only', () => {
    change('en.md', 'date: 2025-11-20', 'date: 2026-02');
    expect(check()).toMatchObject({
      lines: [expect.stringContaining('  warning  '), '0 errors, 1 warning'],
      status: 0,
    });
  });

  it('says everything at once, sorted by place, one line each', () => {
    change('en.md', 'status: disputed', 'status: disputd');
    change('en.md', 'published: 2026-01-02', 'published: yesterday');
    change('en.md', 'It was closed in the end.[^post-closing]', 'It was closed in the end.');
    change('ko.md', 'title: 다리가 닫히다', 'titel: 다리가 닫히다');
    change('sources.yaml', 'url: https://example.org/post/closing', 'url: example.org');
    const { lines, status } = check();
    expect(status).toBe(1);
    expect(lines.at(-1)).toBe(`${lines.length - 1} errors, 0 warnings`);
    const form = /^(\S+):(\d+):(\d+) {2}(?:error|warning) {2}\S.*$/;
    const places = lines.slice(0, -1).map((line) => form.exec(line)?.slice(1, 4) ?? []);
    expect(places.map(([file]) => file?.split('/').at(-1))).toEqual([
      'en.md',
      'en.md',
      'en.md',
      'ko.md',
      'ko.md',
      'sources.yaml',
    ]);
    const english = places.filter(([file]) => file?.endsWith('en.md')).map(([, line]) => Number(line));
    expect(english).toEqual(english.toSorted((a, b) => a - b));
  });

  it('prints the same as JSON, with the names of the rules', () => {
    change('en.md', 'status: disputed', 'status: disputd');
    const { printed, status } = check('--format', 'json');
    expect(status).toBe(1);
    const [found, ...others] = JSON.parse(printed);
    expect(others).toEqual([]);
    expect(found).toEqual({
      file: `${ARTICLE}/en.md`,
      line: 58,
      column: 13,
      severity: 'error',
      rule: 'set-word',
      message: expect.stringContaining('did you mean "disputed"?'),
    });
    expect(RULE_BOOK).toHaveProperty(found.rule);
  });

  it('knows no other format', () => {
    expect(check('--format', 'xml').status).toBe(2);
  });

  it('checks the articles that are named, and no other', () => {
    project.write('content/articles/empty/sources.yaml', '');
    change('en.md', 'status: disputed', 'status: disputd');
    expect(check('bridge').lines).toHaveLength(2);
    expect(
      check('empty')
        .lines.slice(0, -1)
        .every((line) => line.startsWith('content/articles/empty/')),
    ).toBe(true);
    expect(check().lines.length).toBe(check('bridge').lines.length + check('empty').lines.length - 1);
  });

  it.each([['nowhere'], ['--frmat', 'json'], ['--format', 'xml'], ['--watch=7']])(
    'says in one line that it does not understand %s',
    (...options) => {
      const { stderr, stdout, status } = spawnSync(process.execPath, [COMMAND, ...options], {
        cwd: project.root,
        encoding: 'utf8',
      });
      expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
      expect(stderr.trimEnd()).toMatch(/^[^\n]*(?:nowhere|frmat|xml|watch)[^\n]*$/);
    },
  );
});

describe('npm run check -- --watch', () => {
  it('says again what is wrong whenever a file was saved, and what is wrong with it is underlined in the editor', async () => {
    const { background, pattern } = problemMatcher();
    const watching = spawn(process.execPath, [COMMAND, 'bridge', '--watch'], { cwd: project.root });
    const lines = new Lines(watching.stdout, watching.stderr);
    try {
      expect(await lines.until(background.endsPattern)).toEqual(['Checking content', '0 errors, 0 warnings']);
      change('en.md', 'status: disputed', 'status: disputd');
      const [begin = '', found = '', end] = await lines.until(background.endsPattern);
      expect(begin).toMatch(new RegExp(background.beginsPattern));
      expect(end).toBe('1 error, 0 warnings');
      const match = new RegExp(pattern.regexp).exec(found) ?? [];
      expect(match.slice(1, 5)).toEqual([`${ARTICLE}/en.md`, '58', '13', 'error']);
      expect(match[5]).toContain('did you mean "disputed"?');

      change('en.md', 'status: disputd', 'status: disputed');
      expect((await lines.until(background.endsPattern)).at(-1)).toBe('0 errors, 0 warnings');
    } finally {
      watching.kill();
    }
  });
});

/** How the editor's task reads the lines of the check. */
function problemMatcher() {
  const { tasks } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../.vscode/tasks.json'), 'utf8'));
  expect(tasks[0].command).toBe('npm run check -- --watch');
  return tasks[0].problemMatcher as {
    background: { beginsPattern: string; endsPattern: string };
    pattern: { regexp: string; file: number; line: number; column: number; severity: number; message: number };
  };
}

/** What a program prints, line by line. */
class Lines {
  private rest = '';
  private read = (): void => {};

  constructor(...streams: readonly Readable[]) {
    for (const stream of streams)
      stream.on('data', (text: Buffer) => {
        this.rest += text.toString();
        this.read();
      });
  }

  /** The next lines up to one that matches. */
  async until(last: string): Promise<string[]> {
    const isWhole = (): number =>
      this.rest
        .split('\n')
        .slice(0, -1)
        .findIndex((line) => new RegExp(last).test(line));
    while (isWhole() === -1) await new Promise<void>((resolve) => (this.read = resolve));
    const lines = this.rest.split('\n');
    const count = isWhole() + 1;
    this.rest = lines.slice(count).join('\n');
    return lines.slice(0, count);
  }
}

describe.each(['check', 'import', 'links', 'new', 'pack', 'schemas', 'start'])('npm run %s', (name) => {
  it('clears up first what a build left that was cut short, and passes over no option that it does not know', () => {
    const staging = pathToFileURL(join(import.meta.dirname, '../../../src/publish/staging.ts')).href;
    project.write('dist/index.html', 'the site');
    const cutShort = `
      const { stage } = await import(${JSON.stringify(staging)});
      const { next } = stage(${JSON.stringify(join(project.root, 'dist'))});
      (await import('node:fs')).renameSync('dist', next.replace(/next$/, 'old'));
      process.kill(process.pid, 'SIGKILL');`;
    spawnSync(process.execPath, ['--input-type=module', '-e', cutShort], { cwd: project.root });
    expect(existsSync(join(project.root, 'dist'))).toBe(false);

    const { stderr, stdout, status } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, `../../../src/commands/${name}.ts`), '--frsh'],
      { cwd: project.root, encoding: 'utf8', timeout: 30_000 },
    );
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr.trimEnd()).toMatch(/^[^\n]*frsh[^\n]*$/);
    expect(project.read('dist/index.html')).toBe('the site');
  });
});
