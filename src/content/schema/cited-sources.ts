import { z } from 'zod';
import { id } from './id.ts';

/** Ids of the sources that carry a fact. */
export const citedSources = z.array(id).min(1, 'cites no source; name at least one id from sources.yaml');
