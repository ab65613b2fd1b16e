import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from './diagnostic.ts';
import { decodeSourceFile, type SourceFile } from './source-file.ts';

const REASONS: Record<string, string> = {
  ENOENT: 'this file is missing',
  EISDIR: 'this is a folder; a file of that name is wanted',
  EACCES: 'this file cannot be read: its permissions forbid it',
};

/**
 * Reads a content file.
 *
 * @param root the project's folder
 * @param path the file, relative to it, with `/` between folders
 * @param report takes the reason when it cannot be read
 */
export function readFile(
  root: string,
  path: string,
  report: (diagnostic: Diagnostic) => void,
): SourceFile | undefined {
  try {
    return decodeSourceFile(path, readFileSync(join(root, path)));
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!code && !(error instanceof RangeError)) throw error;
    report({
      file: path,
      line: 1,
      column: 1,
      severity: 'error',
      message: code ? (REASONS[code] ?? `this file cannot be read (${code})`) : message,
    });
    return undefined;
  }
}
