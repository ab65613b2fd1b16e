import { interfaceLanguages } from '../../i18n/languages.ts';
import { language } from '../model/scalars.ts';
import type { PlacedYaml } from '../read/yaml.ts';
import { groupAt, rootOf, textsAt } from '../read/yaml-access.ts';
import { rule } from './rule.ts';

/** The interface speaks the site's languages, and the site has its texts in each of them. */
export const siteLanguages = rule<PlacedYaml>('language', (yaml, say) => {
  const seen = new Set<string>();
  for (const { path, text } of textsAt(rootOf(yaml), 'languages')) {
    if (seen.has(text)) say.at(yaml, path, `"${text}" is given twice; keep one`, 'yaml-duplicate');
    else if (language.safeParse(text).success && !interfaceLanguages.includes(text)) {
      const mend = `its words belong in src/i18n/${text}.ts, and that file into src/i18n/spoken.ts`;
      say.at(yaml, path, `the interface does not speak "${text}", only ${interfaceLanguages.join(', ')}; ${mend}`);
    }
    seen.add(text);
  }
  const tagline = groupAt(rootOf(yaml), 'tagline');
  for (const text of tagline ? seen : [])
    if (!Object.hasOwn(tagline?.value ?? {}, text) && interfaceLanguages.includes(text))
      say.at(yaml, ['tagline', text], `is missing: "${text}" is among the languages`, 'key-missing');
});
