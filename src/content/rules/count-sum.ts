import { numberMeant } from '../model/scalars.ts';
import { groupAt, listAt, type RawItem, textAt } from '../read/yaml-access.ts';
import { factsOf, rule } from './rule.ts';

/** The groups of a count add up to its total. */
export const countSum = rule('count-sum', ({ original }, say) => {
  const count = groupAt(factsOf(original), 'count');
  if (!count) return;
  const numberAt = (item: RawItem, key: string): number | undefined => numberMeant(textAt(item, key) ?? '');
  const counts = listAt(count, 'groups').map((group) => numberAt(group, 'count'));
  const known = counts.filter((one) => one !== undefined);
  const total = numberAt(count, 'total');
  if (total === undefined || known.length === 0) return;
  const sum = known.reduce((result, next) => result + next, 0);
  // The schema reports what is no number; the others can be too many without it.
  const isWhole = known.length === counts.length;
  if (isWhole ? sum === total : sum <= total) return;
  const which = isWhole ? 'the groups' : 'the other groups';
  say.at(original.yaml, [...count.path, 'total'], `${which} add up to ${sum}, not to ${total}`);
});
