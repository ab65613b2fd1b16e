import { isSameLanguage } from '../../i18n/language.ts';
import { language } from '../model/scalars.ts';
import { lacks, textAt } from '../read/yaml-access.ts';
import { editionsOf, factsOf, fieldsIn, isPartial, NOTHING, rule } from './rule.ts';

/** Words in another language than an edition's have a translation there, and words in its own have none. */
export const quoteTranslation = rule('quote-translation', (article, say) => {
  const { original } = article;
  for (const edition of editionsOf(article))
    for (const { key, field, fields, from, to } of fieldsIn(article.fields, factsOf(original), factsOf(edition))) {
      const named = field.holds.kind === 'words' ? field.holds.translates?.language : undefined;
      const entry = edition === original ? from : to;
      if (named === undefined || entry.value === NOTHING) continue;
      const spoken = textAt(from, named) ?? original.lang;
      if (!language.safeParse(spoken).success) continue;
      const path = [...entry.path, key];
      if (!isSameLanguage(spoken, edition.lang)) {
        const message = `is missing: the words are in "${spoken}", and this edition is in "${edition.lang}"`;
        if (!isPartial(edition) && lacks(entry, key, Object.keys(fields))) say.at(edition.yaml, path, message);
      } else if (Object.hasOwn(entry.value, key))
        say.atKey(edition.yaml, path, 'is not shown: the words are in the language of this edition; take it out');
    }
});
