import { parseArgs } from 'node:util';
import { languagesOf } from '../content/library.ts';
import { newArticle } from '../content/new-article.ts';
import { run } from './run.ts';

/** `npm run new -- SLUG`: starts an article from a commented example; exit code 2 when the name is bad or taken. */
await run((root) => {
  const [slug, ...others] = parseArgs({ allowPositionals: true }).positionals;
  if (slug === undefined || others.length > 0) throw new RangeError('write one name: npm run new -- bridge-closing');
  const [lang = 'en'] = languagesOf(root);
  for (const path of newArticle(root, slug, lang, today())) console.log(`Wrote ${path}`);
  console.log('Now open them, run "npm run dev" to see the page, and "npm run check" to see what is wrong.');
});

// The day on the editor's own calendar, not in UTC.
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
