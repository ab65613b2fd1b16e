import { z } from 'zod';
import { breaks } from '../rule-book.ts';
import { id } from './id.ts';
import { IN_YAML } from './in-yaml.ts';

/** Ids of the sources that carry a fact. */
export const citedSources = z
  .array(id)
  .refine((ids) => ids.length > 0, {
    ...breaks('uncited'),
    error: 'cites no source; name at least one id from sources.yaml',
  })
  .meta(IN_YAML.atLeastOne);
