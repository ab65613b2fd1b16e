import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, it } from 'vitest';
import { DIST, pages } from './built-site.ts';

// Safari takes the role from a list whose markers are styled away, so it is written out on purpose.
const LIST_ROLE = /^Redundant role "list" on <[uo]l>$/;

const htmlValidate = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y'],
    // The filters are a form that is never sent.
    rules: { 'wcag/h32': 'off' },
  }),
);

it.each(pages)('%s is valid HTML', async (page) => {
  const { results } = await htmlValidate.validateFile(join(DIST, page));
  const messages = results.flatMap((result) =>
    result.messages
      .filter(({ ruleId, message }) => ruleId !== 'no-redundant-role' || !LIST_ROLE.test(message))
      .map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
  expect(messages).toEqual([]);
});
