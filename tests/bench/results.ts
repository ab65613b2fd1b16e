import type { Samples } from './timing/samples.ts';
import type { Vitals } from './vitals/vitals.ts';
import type { PageRows } from './weights/page-rows.ts';
import type { Part } from './weights/parts.ts';

/** Everything that one run of the bench found. */
export interface Results {
  readonly machine: Machine;
  readonly samples: Samples;
  readonly pages: PageRows;
  /** What the parts of the two articles cost, in bytes of brotli. */
  readonly parts: { readonly first: Record<Part, number>; readonly plain: Record<Part, number> };
  readonly vitals: { readonly ours: Vitals; readonly floor: Vitals };
}

/** What it was measured on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** In gigabytes. */
  readonly memory: number;
  readonly system: string;
  /** How many processes waited for a core when the run began; above 0.5 the times are not to be trusted. */
  readonly load: number;
  /** By the name of what has it. */
  readonly versions: Readonly<Record<string, string>>;
}
