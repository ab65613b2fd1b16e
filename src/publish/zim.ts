import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { iso6393To1 } from 'iso-639-3';
import type { Site } from '../content/schema/site.ts';
import { countGraphemes } from '../content/schema/text.ts';
import { siteText } from '../story/site-text.ts';
import { MANIFEST } from './manifest.ts';

/** Files for hosts and crawlers, and the page whose links are absolute: an archive has no use for them. */
const FOR_HOSTS = ['_headers', MANIFEST, '404.html', 'robots.txt', 'sitemap-index.xml', 'sitemap-0.xml'];

/** Kiwix wants a picture of 48 by 48 pixels. */
const ICON = 'icon-48.png';

/** The longest title and description that Kiwix shows, in characters. */
const LONGEST = { title: 30, description: 80 };

/** Whether the tool that writes ZIM files is installed (openZIM's `zim-tools`). */
export function canWriteZim(): boolean {
  return spawnSync('zimwriterfs', ['--version'], { stdio: 'ignore' }).error === undefined;
}

/**
 * Packs a site as a ZIM file, which Kiwix shows offline.
 *
 * @param folder the finished site
 * @param work a folder for a copy of it, removed afterwards
 * @param path the file to write
 * @param name what the file is called among others, without a date
 * @throws {Error} with what the tool said, when it fails
 */
export function writeZim(folder: string, work: string, path: string, name: string, site: Site): void {
  const [first = 'en'] = site.languages;
  try {
    cpSync(folder, work, { recursive: true, filter: (file) => !FOR_HOSTS.some((name) => file === join(folder, name)) });
    copyFileSync(join(import.meta.dirname, '../styles', ICON), join(work, ICON));
    const { status, stderr, stdout } = spawnSync('zimwriterfs', [
      '--welcome=index.html',
      `--illustration=${ICON}`,
      `--language=${site.languages.map(threeLetters).join(',')}`,
      `--title=${shortened(site.name, LONGEST.title)}`,
      `--description=${shortened(siteText(site.tagline, first), LONGEST.description)}`,
      `--creator=${site.name}`,
      `--publisher=${site.name}`,
      `--name=${name}`,
      `--source=${site.url}`,
      work,
      path,
    ]);
    if (status !== 0) throw new Error(`zimwriterfs failed: ${String(stderr).trim() || String(stdout).trim()}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The code of a language in ISO 639-3, which ZIM files use: `kor` for `ko` or `ko-KR`. */
export function threeLetters(lang: string): string {
  const { language } = new Intl.Locale(lang);
  return Object.entries(iso6393To1).find(([, two]) => two === language)?.[0] ?? language;
}

function shortened(text: string, longest: number): string {
  return countGraphemes(text) <= longest
    ? text
    : `${[...text]
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}
