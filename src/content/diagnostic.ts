/** One thing that is wrong with a content file, at the place where an editor mends it. */
export interface Diagnostic {
  /** The file, relative to the project, with `/` between folders. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units as editors count them. */
  readonly column: number;
  readonly severity: 'error' | 'warning';
  /** What is wrong and what to write instead, on one line. */
  readonly message: string;
}

/** Formats a diagnostic as one line, `file:line:column  severity  message`, as compilers and editors read it. */
export function formatDiagnostic({ file, line, column, severity, message }: Diagnostic): string {
  return `${file}:${line}:${column}  ${severity}  ${message}`;
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
  return [counted(errors, 'error'), counted(diagnostics.length - errors, 'warning')].join(', ');
}

/** Whether any of them stops a build. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
