import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ASTRO } from '../fixtures/project-copy.ts';
import { type Document as YamlDocument, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { base, DIST, editions, filesOf, library, pageAt, ROOT } from './built-site.ts';

/**
 * A copy of the project with a second article, made from the first by content alone: another name for
 * the folder, and one event. It is built where the clock of the machine is another one.
 */

const [first] = library.articles;
if (!first) throw new Error('the site has a first article');
const SECOND = 'another-story';
const kept = first.original.data.timeline.find(({ date }) => date.kind === 'time') ?? first.original.data.timeline[0];

let project: string;
let dist: string;

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'plain-record-second-'));
  dist = join(project, 'dist');
  // Everything but what is installed, built or cached.
  const parts = readdirSync(ROOT).filter(
    (name) => !/^(?:node_modules|dist.*|tests|\.git|\.astro|\.cache|\.dist.*)$/.test(name),
  );
  for (const part of parts) cpSync(join(ROOT, part), join(project, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));

  const from = join(project, 'content/articles', first.slug);
  const to = join(project, 'content/articles', SECOND);
  mkdirSync(to);
  cpSync(join(from, 'sources.yaml'), join(to, 'sources.yaml'));
  for (const { lang } of [first.original, ...first.translations])
    writeFileSync(join(to, `${lang}.md`), withOneEvent(readFileSync(join(from, `${lang}.md`), 'utf8')));

  const env = { ...process.env, TZ: 'Pacific/Kiritimati' };
  await promisify(execFile)(process.execPath, [ASTRO, 'build'], { cwd: project, env });
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('a second article, copied from the first, with one event', () => {
  const pages = editions.map(({ edition, file }) => ({ lang: edition.lang, file: file.replace(first.slug, SECOND) }));

  it.each(pages)('has its page at $file', ({ lang, file }) => {
    expect(pageAt(file, dist).documentElement.lang).toBe(lang);
  });

  it.each(pages)('shows its one event at $file', ({ file }) => {
    const ids = first.original.data.timeline.map(({ id }) => id);
    const shown = ids.filter((id) => pageAt(file, dist).getElementById(id));
    expect(shown).toEqual([kept?.id]);
  });

  it('is listed beside the first on the home page of each language', () => {
    for (const { lang, file } of pages) {
      const home = lang === library.site.languages[0] ? 'index.html' : `${lang}/index.html`;
      const links = [...pageAt(home, dist).querySelectorAll('main a')].map(
        (link) => new URL(link.getAttribute('href') ?? '', base + home).href,
      );
      expect(links).toContain(base + file);
      expect(links).toContain(base + file.replace(SECOND, first.slug));
    }
  });

  it('is in the sitemap', () => {
    const sitemaps = filesOf(dist).filter((file) => /^sitemap-\d+\.xml$/.test(file));
    const addresses = sitemaps.map((file) => readFileSync(join(dist, file), 'utf8')).join('');
    for (const { file } of pages) expect(addresses).toContain(`<loc>${base}${file}</loc>`);
  });

  it('changes nothing in the first, and neither does the zone of the machine', () => {
    for (const { file } of editions)
      expect(readFileSync(join(dist, file), 'utf8') === readFileSync(join(DIST, file), 'utf8'), file).toBe(true);
  });
});

/** An edition with one event, and without the way on the map, whose legs name others. */
function withOneEvent(markdown: string): string {
  const [, yaml = '', prose = ''] = /^---\n(.*?)^---\n(.*)$/ms.exec(markdown) ?? [];
  const document: YamlDocument = parseDocument(yaml, { schema: 'failsafe' });
  document.delete('journey');
  const timeline = document.get('timeline') as YAMLSeq<YAMLMap> | YAMLMap<{ value: string }>;
  const wanted = kept?.id as string;
  // A list of events in the original, a map of their words in a translation.
  if ('get' in timeline && timeline.items.some((item) => 'key' in item))
    document.set('timeline', document.createNode({ [wanted]: (timeline as YAMLMap).get(wanted) }));
  else
    document.set(
      'timeline',
      document.createNode((timeline as YAMLSeq<YAMLMap>).items.filter((event) => event.get('id') === wanted)),
    );
  return `---\n${document.toString({ lineWidth: 0 })}---\n${prose}`;
}
