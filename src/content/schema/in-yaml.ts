/**
 * How values look to an editor's YAML tools, which read `2025` as a number and `true` as a yes. Only the
 * JSON Schemas use this: the program reads every value as text.
 */
export const IN_YAML = {
  text: { type: ['string', 'number', 'boolean'] },
  id: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
  date: {
    type: ['string', 'integer'],
    pattern:
      '^\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2}))?)?)?[~?]?(/(\\.\\.|\\d{4}(-\\d{2}(-\\d{2})?)?[~?]?))?$',
  },
  moment: {
    type: 'string',
    pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2}))?$',
  },
  wholeNumber: { type: ['integer', 'string'], pattern: '^\\d{1,12}$', minimum: 0 },
  flag: { type: 'boolean' },
  degrees: (limit: number) => ({ type: 'number', minimum: -limit, maximum: limit }),
  language: { type: 'string', examples: ['en', 'ko', 'pt-BR'] },
  timeZone: { type: 'string', examples: ['Asia/Seoul', 'America/New_York', 'Europe/Berlin', 'Etc/UTC'] },
  webAddress: { type: 'string', pattern: '^https?://' },
  atLeastOne: { minItems: 1 },
} as const;
