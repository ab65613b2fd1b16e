import { interfaceLanguages } from '../../i18n/languages.ts';
import type { Report } from '../diagnostic.ts';
import { language } from '../model/scalars.ts';
import type { PlacedYaml } from '../read/yaml.ts';
import { groupAt, rootOf, textsAt } from '../read/yaml-access.ts';
import { problemAt } from './rule.ts';

/** The interface speaks the site's languages, and the site has its texts in each of them. */
export function siteLanguages(yaml: PlacedYaml, report: Report): void {
  const languages = textsAt(rootOf(yaml), 'languages');
  const seen = new Set<string>();
  for (const { path, text } of languages) {
    if (seen.has(text)) report(problemAt(yaml, path, `"${text}" is given twice; keep one`, 'yaml-duplicate'));
    else if (language.safeParse(text).success && !interfaceLanguages.includes(text))
      report(
        problemAt(
          yaml,
          path,
          `the interface does not speak "${text}", only ${interfaceLanguages.join(', ')}; its words belong in src/i18n/${text}.ts, and that file into src/i18n/spoken.ts`,
          'language',
        ),
      );
    seen.add(text);
  }
  const tagline = groupAt(rootOf(yaml), 'tagline');
  if (!tagline) return;
  for (const text of seen)
    if (!Object.hasOwn(tagline.value, text) && interfaceLanguages.includes(text))
      report(problemAt(yaml, ['tagline', text], `is missing: "${text}" is among the languages`, 'key-missing'));
}
