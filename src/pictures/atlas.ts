import type { Feature } from 'geojson';
import { feature } from 'topojson-client';
import {
  filter,
  filterWeight,
  presimplify,
  simplify,
  sphericalRingArea,
  sphericalTriangleArea,
} from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import usAtlas from 'us-atlas/counties-10m.json' with { type: 'json' };
import worldAtlas from 'world-atlas/land-110m.json' with { type: 'json' };

/**
 * Outlines of the US Census Bureau (us-atlas) and Natural Earth (world-atlas), both in the public domain.
 * Each is unpacked at its first use and kept: it takes most of the time of a map.
 */

type Shapes = Topology<Record<string, GeometryCollection>>;

// In steradians: about 45,000 and 10,000 square kilometres.
const SMALLEST_ISLAND = 1.1e-3;
const SMALLEST_DETAIL = 2.5e-4;

/** The states of the United States. */
export const usStates = once(() => featuresOf(usAtlas as unknown as Shapes, 'states'));

/** The counties of the United States. */
export const usCounties = once(() => featuresOf(usAtlas as unknown as Shapes, 'counties'));

/** Continents at the detail that a small globe can show: bays and islands below it only weigh. */
export const continents = once(() => {
  const weighed = presimplify(worldAtlas as unknown as Shapes, sphericalTriangleArea);
  const isLarge = filterWeight(weighed, SMALLEST_ISLAND, (ring) => sphericalRingArea(ring, false));
  return featuresOf(simplify(filter(weighed, isLarge), SMALLEST_DETAIL), 'land')[0] as Feature;
});

function featuresOf(topology: Topology, layer: string): Feature[] {
  return feature(topology, topology.objects[layer] as GeometryCollection).features;
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
