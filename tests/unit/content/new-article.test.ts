import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newArticle } from '../../../src/content/new-article.ts';
import { readLibrary } from '../../../src/content/library.ts';
import { BaseProject } from '../../fixtures/base-project.ts';

let project: BaseProject;
beforeEach(() => {
  project = new BaseProject();
});
afterEach(() => project.remove());

describe('npm run new', () => {
  it('writes a draft that has no mistakes, comments and all', () => {
    const command = join(import.meta.dirname, '../../../src/commands/new.ts');
    const printed = execFileSync(process.execPath, [command, 'bridge-closing'], {
      cwd: project.root,
      encoding: 'utf8',
    });
    expect(printed).toContain('Wrote content/articles/bridge-closing/en.md');
    const { articles, diagnostics } = readLibrary(project.root);
    expect(diagnostics).toEqual([]);
    const added = articles.find(({ slug }) => slug === 'bridge-closing');
    expect(added?.original.data.draft).toBe(true);
    expect(project.read('content/articles/bridge-closing/en.md').match(/^# /gm)?.length).toBeGreaterThan(5);
  });

  it('dates it with the day and names it after the language of the originals', () => {
    const paths = newArticle(project.root, 'bridge-closing', 'ko', '2026-11-24');
    expect(paths).toEqual(['content/articles/bridge-closing/ko.md', 'content/articles/bridge-closing/sources.yaml']);
    expect(project.read(paths[0] as string)).toContain('published: 2026-11-24');
  });

  it.each(['../outside', 'Bridge', 'a b', '', 'a--b', 'constructor', 'embed', 'ü', 'a/b', '.'])(
    'refuses the name %j',
    (slug) => {
      expect(() => newArticle(project.root, slug, 'en', '2026-11-24')).toThrow(/cannot be an address; use a-z/);
      expect(existsSync(join(project.root, '..', 'outside'))).toBe(false);
    },
  );

  it('refuses a name that is taken, whatever its case', () => {
    expect(() => newArticle(project.root, 'bridge', 'en', '2026-11-24')).toThrow(/is there already/);
    project.write('content/articles/Other/note.txt', 'x');
    expect(() => newArticle(project.root, 'other', 'en', '2026-11-24')).toThrow(/Other is there already/);
    expect(readLibrary(project.root).articles.map(({ slug }) => slug)).toEqual(['bridge']);
  });
});
