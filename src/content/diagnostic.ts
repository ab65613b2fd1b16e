import { distance } from 'fastest-levenshtein';
import { RULE_BOOK, type RuleName } from './rule-book.ts';

/** One thing that is wrong with a content file, at the place where an editor mends it. */
export interface Diagnostic {
  /** The file, relative to the project, with `/` between folders. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units as editors count them. */
  readonly column: number;
  readonly severity: 'error' | 'warning';
  /** The rule that is broken, by its name in the guide. */
  readonly rule: RuleName;
  /** What is wrong and what to write instead, on one line. */
  readonly message: string;
}

/** Takes what a check finds. */
export type Report = (diagnostic: Diagnostic) => void;

/** A diagnostic; how grave it is follows from its rule. */
export function diagnostic(file: string, line: number, column: number, message: string, rule: RuleName): Diagnostic {
  return { file, line, column, severity: RULE_BOOK[rule].severity, rule, message: onOneLine(message) };
}

/** A diagnostic about a file or folder as a whole. */
export function wholeFile(file: string, message: string, rule: RuleName): Diagnostic {
  return diagnostic(file, 1, 1, message, rule);
}

/** Reads something, reports what is wrong with it, and gives it up when there is an error in it. */
export function unlessBroken<Read>(report: Report, read: (report: Report) => Read): Read | undefined {
  let isBroken = false;
  const result = read((found) => {
    isBroken ||= found.severity === 'error';
    report(found);
  });
  return isBroken ? undefined : result;
}

/** Formats a diagnostic as one line, `file:line:column  severity  message`, as compilers and editors read it. */
export function formatDiagnostic({ file, line, column, severity, message }: Diagnostic): string {
  return `${onOneLine(file)}:${line}:${column}  ${severity}  ${message}`;
}

/** Formats diagnostics as lines, with the count of them, or of `counted` where not all are listed, at the end. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], counted = diagnostics): string {
  return [...diagnostics.map(formatDiagnostic), countDiagnostics(counted)].join('\n');
}

/** Sorts by file, then by place in the file; several at one place keep the order in which they were found. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

/** The closing line of a check: `2 errors, 1 warning`. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return `${inNumbers(errors, 'error')}, ${inNumbers(diagnostics.length - errors, 'warning')}`;
}

/** How many there are of something, for a terminal: `1 file`, `2 files`. */
export function inNumbers(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Whether any of them stops a build. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

// A message quotes what was written: cut to what a terminal shows, and without what would move its cursor.
function onOneLine(text: string): string {
  const quoted = text.replace(/"[^"]*"/g, (quote) => (quote.length > 90 ? `${quote.slice(0, 60)}…"` : quote));
  return quoted.replace(
    /[\p{Cc}\p{Cs}\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Longer texts are no misspelt names. */
const LONGEST_NAME = 60;

/** The known name that is nearest to what was written, or `undefined` when none is near. */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  if (written.length > LONGEST_NAME) return undefined;
  const farthest = Math.max(2, Math.floor(written.length / 3));
  let best: { name: string; steps: number } | undefined;
  for (const name of known) {
    // Names of such different lengths are never near, and thousands of them cost seconds.
    if (Math.abs(name.length - written.length) > farthest) continue;
    const steps = distance(written.toLowerCase(), name.toLowerCase());
    if (steps <= farthest && (!best || steps < best.steps)) best = { name, steps };
  }
  return best?.name;
}

/** `; did you mean "…"?` with the known name that is nearest, or nothing when none is near. */
export function didYouMean(written: string, known: Iterable<string>): string {
  const name = nearest(written, known);
  return name === undefined ? '' : `; did you mean "${name}"?`;
}
