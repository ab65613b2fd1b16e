import { groupAt, listAt, textAt } from '../raw.ts';
import { factsOf, problemAt, type Rule } from './rule.ts';

/** The groups of a count add up to its total. */
export const groupsAddUp: Rule = ({ original }, report) => {
  const count = groupAt(factsOf(original), 'count');
  const total = count && textAt(count, 'total');
  if (!count || !total) return;
  const counts = listAt(count, 'groups').map((group) => Number(textAt(group, 'count') || NaN));
  const sum = counts.reduce((result, next) => result + next, 0);
  if (counts.length > 0 && Number.isFinite(sum) && sum !== Number(total))
    report(problemAt(original.yaml, [...count.path, 'total'], `the groups add up to ${sum}, not to ${total}`, 'count-sum'));
};
