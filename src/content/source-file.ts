import type { Diagnostic } from './diagnostic.ts';

/** A text file of the content folder, with what it takes to name a place in it. */
export interface SourceFile {
  /** Relative to the project, with `/` between folders: as diagnostics print it. */
  readonly path: string;
  /** Without a byte-order mark, and with LF at line ends, so that neither changes what is built. */
  readonly text: string;
  /** Where each line starts in `text`. */
  readonly lineStarts: readonly number[];
}

/**
 * Decodes a file as strict UTF-8.
 *
 * @throws {RangeError} with a sentence for the editor when the bytes are not UTF-8 or hold a NUL
 */
export function decodeSourceFile(path: string, bytes: Uint8Array): SourceFile {
  let decoded: string;
  try {
    decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RangeError('this file is not UTF-8 text; save it as UTF-8');
  }
  if (decoded.includes('\0')) throw new RangeError('this file holds a NUL byte; save it as plain UTF-8 text');
  return sourceFile(path, decoded);
}

/** A source file from its text. */
export function sourceFile(path: string, raw: string): SourceFile {
  const text = raw.replace(/\r\n?/g, '\n');
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { path, text, lineStarts };
}

/** A diagnostic at an offset into the file's text. */
export function diagnosticAt(
  file: SourceFile,
  offset: number,
  message: string,
  severity: Diagnostic['severity'] = 'error',
): Diagnostic {
  const line = lineOf(file, offset);
  return {
    file: file.path,
    line: line + 1,
    column: offset - (file.lineStarts[line] ?? 0) + 1,
    severity,
    message,
  };
}

function lineOf({ lineStarts }: SourceFile, offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
