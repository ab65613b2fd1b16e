import { groupAt, listAt, textAt } from '../read/yaml-access.ts';
import { factsOf, rule } from './rule.ts';

/** The groups of a count add up to its total. */
export const countSum = rule('count-sum', ({ original }, say) => {
  const count = groupAt(factsOf(original), 'count');
  const total = count && textAt(count, 'total');
  if (!count || total === undefined) return;
  const counts = listAt(count, 'groups').map((group) => textAt(group, 'count') ?? '');
  // The schema reports what is no number.
  if (counts.length === 0 || [total, ...counts].some((number) => !/^\d{1,12}$/.test(number))) return;
  const sum = counts.reduce((result, next) => result + Number(next), 0);
  if (sum !== Number(total))
    say.at(original.yaml, [...count.path, 'total'], `the groups add up to ${sum}, not to ${total}`);
});
