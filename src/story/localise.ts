import type { Edition } from '../content/article.ts';
import { MODEL, type Original, type Translation } from '../content/model/article.ts';
import { mapTexts } from '../content/model/walk.ts';
import { untranslated } from './untranslated.ts';

/** The frontmatter that a page shows: an original's facts, in the words of one edition. */
export type Facts = Original;

/**
 * Puts a translation's words in the place of the original's. Facts have no place in a translation, so
 * nothing else can change. What a partial translation lacks stays in the original's words, marked as such.
 */
export function localise(original: Edition<Original>, translation: Edition<Translation> | undefined): Facts {
  if (!translation) return original.data;
  return mapTexts(
    MODEL.fields,
    original.data,
    (text, said) => said ?? untranslated(text, original.lang),
    translation.data,
  );
}
