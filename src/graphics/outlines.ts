import { createRequire } from 'node:module';
import { geoArea, geoDistance } from 'd3-geo';
import type { Feature, Polygon, Position } from 'geojson';
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

/**
 * Outlines of the US Census Bureau (us-atlas) and Natural Earth (world-atlas), both in the public domain.
 * Each is unpacked at its first use and kept: it takes most of the time of a map.
 */

type Shapes = Topology<Record<string, GeometryCollection>>;

const require = createRequire(import.meta.url);
/** Its number (ISO 3166-1), by which the countries are known. */
export const UNITED_STATES = '840';
// In radians: some 5 km.
const SMALLEST_ISLET = 8e-4;
// In steradians: about 45,000 and 10,000 square kilometres.
const SMALLEST_ISLAND = 1.1e-3;
const SMALLEST_DETAIL = 2.5e-4;

/** An outline of a country or a state, and how far it reaches from one of its own points, in radians. */
export interface Outline {
  readonly shape: Feature<Polygon>;
  readonly from: [number, number];
  readonly reaches: number;
}

export const usStates = once(() => outlinesOf(require('us-atlas/states-10m.json') as Shapes, 'states'));
export const countries = {
  near: once(() => outlinesOf(require('world-atlas/countries-10m.json') as Shapes, 'countries')),
  far: once(() => outlinesOf(require('world-atlas/countries-50m.json') as Shapes, 'countries')),
};

function outlinesOf(atlas: Shapes, layer: string): Outline[] {
  return featuresOf(atlas, layer)
    .flatMap(({ id, geometry }) => {
      const polygons =
        'coordinates' in geometry ? [geometry.coordinates].flat(geometry.type === 'Polygon' ? 0 : 1) : [];
      return (polygons as Position[][][]).map((coordinates): Outline => {
        const from = coordinates[0]?.[0] as [number, number];
        return {
          shape: { type: 'Feature', id: id ?? '', properties: {}, geometry: { type: 'Polygon', coordinates } },
          from,
          reaches: Math.max(...(coordinates[0] ?? []).map((point) => geoDistance(from, point as [number, number]))),
        };
      });
      // Some islets have no area, and would be taken for the whole globe without them.
    })
    .filter(({ shape, reaches }) => reaches > SMALLEST_ISLET || geoArea(shape) < 1);
}

/** Continents at the detail that a small globe can show: bays and islands below it only weigh. */
export const continents = once(() => {
  const weighed = presimplify(require('world-atlas/land-110m.json') as Shapes, sphericalTriangleArea);
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
