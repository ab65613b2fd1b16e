/** The part of the package that the tests ask. */
declare module 'edtf' {
  /** In milliseconds since 1970. */
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
