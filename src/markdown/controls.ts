/**
 * Takes out the invisible characters that turn text around (Unicode's bidirectional embeddings,
 * overrides and isolates) and the control characters that XML cannot hold. Marks that only give a
 * direction to what is next to them stay.
 */
export function withoutControls(text: string): string {
  return text.replace(HIDDEN, '');
}

const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;
