import type { Source } from './site.ts';

/** What a source of a kind is called elsewhere. */
interface SourceType {
  readonly csl: string;
  readonly ris: string;
  readonly bibtex: 'misc' | 'article' | 'book' | 'techreport';
  readonly schema: 'CreativeWork' | 'Book' | 'Report' | 'Dataset';
  /** Whether its publisher is a whole that it is a part of, as a newspaper is. */
  readonly isPart?: true;
}

/** The types of CSL 1.0.2, RIS, BibTeX and schema.org, by our kinds. */
export const SOURCE_TYPES: Readonly<Record<NonNullable<Source['kind']>, SourceType>> = {
  web: { csl: 'webpage', ris: 'ELEC', bibtex: 'misc', schema: 'CreativeWork', isPart: true },
  article: { csl: 'article-newspaper', ris: 'NEWS', bibtex: 'article', schema: 'CreativeWork', isPart: true },
  book: { csl: 'book', ris: 'BOOK', bibtex: 'book', schema: 'Book' },
  report: { csl: 'report', ris: 'RPRT', bibtex: 'techreport', schema: 'Report' },
  document: { csl: 'document', ris: 'GEN', bibtex: 'misc', schema: 'CreativeWork' },
  dataset: { csl: 'dataset', ris: 'DATA', bibtex: 'misc', schema: 'Dataset' },
  broadcast: { csl: 'broadcast', ris: 'MPCT', bibtex: 'misc', schema: 'CreativeWork', isPart: true },
  video: { csl: 'motion_picture', ris: 'VIDEO', bibtex: 'misc', schema: 'CreativeWork' },
  post: { csl: 'post', ris: 'BLOG', bibtex: 'misc', schema: 'CreativeWork', isPart: true },
  interview: { csl: 'interview', ris: 'PCOMM', bibtex: 'misc', schema: 'CreativeWork' },
};
