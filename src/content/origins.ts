/** Some sources and all that they go back to, over however many, each once. */
export function reachedFrom<Source>(
  sources: Iterable<Source>,
  basedOn: (source: Source) => readonly Source[],
): ReadonlySet<Source> {
  const reached = new Set(sources);
  for (const source of reached) for (const origin of basedOn(source)) reached.add(origin);
  return reached;
}

/**
 * The independent origins of what some sources say: those that they go back to in the end. Sources of one publisher
 * are one origin.
 *
 * @param basedOn what a source goes back to itself; nothing where it is an origin
 * @param publisherOf by the same name in every edition
 * @returns one source for each origin
 */
export function originsOf<Source>(
  sources: Iterable<Source>,
  basedOn: (source: Source) => readonly Source[],
  publisherOf: (source: Source) => unknown,
): Source[] {
  const first = [...reachedFrom(sources, basedOn)].filter((source) => basedOn(source).length === 0);
  return [...new Map(first.map((source) => [publisherOf(source), source])).values()];
}
