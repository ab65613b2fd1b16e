/** The prose of one edition, rendered. */
export interface RenderedProse {
  /** HTML with citation markers that are not numbered yet. */
  readonly html: string;
  readonly headings: readonly {
    /** Its anchor. */
    readonly id: string;
    readonly text: string;
    /** 2 to 6. */
    readonly depth: number;
    /** Its language (BCP 47), where it is not the page's. */
    readonly lang?: string;
  }[];
}
