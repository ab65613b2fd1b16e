import { keysOf } from '../model/walk.ts';
import { lacks, listAt } from '../read/yaml-access.ts';
import { factsOf, rule } from './rule.ts';

const MEND = 'is what a correction changed; write "kind: correction" beside it, or take it out';

/** Only a correction says what was wrong. */
export const updateWas = rule('update-was', ({ fields, original }, say) => {
  const keys = keysOf(fields, 'updates');
  for (const update of listAt(factsOf(original), 'updates'))
    for (const key of ['was', 'now'])
      if (Object.hasOwn(update.value, key) && lacks(update, 'kind', keys))
        say.atKey(original.yaml, [...update.path, key], MEND);
});
