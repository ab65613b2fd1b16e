import { parseArgs } from 'node:util';
import { languagesOf } from '../content/library.ts';
import { newArticle } from '../content/new-article.ts';
import { newTranslation } from '../content/new-translation.ts';
import { run, today } from './run.ts';

/**
 * `npm run new -- SLUG`: starts an article from a commented example. `npm run new -- SLUG LANG`: starts a translation
 * of one. Exit code 2 when a name is bad or taken.
 */
await run((root) => {
  const [slug, lang, ...others] = parseArgs({ allowPositionals: true }).positionals;
  if (slug === undefined || others.length > 0)
    throw new RangeError('write one name, or one and a language: npm run new -- bridge-closing ko');
  const languages = languagesOf(root);
  const paths =
    lang === undefined
      ? newArticle(root, slug, languages[0] ?? 'en', today())
      : [newTranslation(root, slug, languages, lang)];
  for (const path of paths) console.log(`Wrote ${path}`);
  console.log('Now run "npm run dev" to see the page, and "npm run check" to see what is wrong.');
});
