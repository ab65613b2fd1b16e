import type { z } from 'zod';
import { type Report, wholeFile } from '../diagnostic.ts';
import { validate } from './validate.ts';
import type { PlacedYaml } from './yaml.ts';

/**
 * Reads a file that is a list of things with ids.
 *
 * @param noun what one is called
 * @returns `undefined` when there is an error in it
 */
export function readList<Schema extends z.ZodType>(
  yaml: PlacedYaml,
  schema: Schema,
  noun: string,
  report: Report,
): z.output<Schema> | undefined {
  if (yaml.value !== '') return validate(schema, yaml, report);
  const message = `this file is empty; list at least one ${noun}, as in "- id: first-${noun}"`;
  report(wholeFile(yaml.file.path, message, 'value-empty'));
  return undefined;
}
