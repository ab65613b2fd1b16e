import { readInline } from '../../text/inline.ts';
import { plainText } from '../../text/rich-text.ts';
import { LONGEST } from '../model/parts.ts';
import { countGraphemes } from '../model/scalars.ts';
import { excessInText } from '../read/limits.ts';
import { textAt } from '../read/yaml-access.ts';
import { editionsOf, factsOf, rule } from './rule.ts';

/** Previews in messengers and search results cut titles and summaries near these lengths. */
const SHOWN = { title: 80, summary: 200 } as const;

/** Title and summary are short enough for previews to show them whole. */
export const previewLength = rule('preview-length', (article, say) => {
  for (const edition of editionsOf(article))
    for (const key of ['title', 'summary'] as const) {
      const text = textAt(factsOf(edition), key);
      // Far more than the schema allows is reported by the schema.
      if (text === undefined || text.length <= SHOWN[key] || excessInText(text) !== undefined) continue;
      const length = countGraphemes(plainText(readInline(text, () => {})));
      if (length > SHOWN[key] && length <= LONGEST[key])
        say.at(edition.yaml, [key], `is ${length} characters long; many previews show only about ${SHOWN[key]}`);
    }
});
