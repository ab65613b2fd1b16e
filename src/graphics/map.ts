import {
  geoAzimuthalEqualArea,
  geoContains,
  geoDistance,
  geoGraticule,
  geoInterpolate,
  geoMercator,
  geoOrthographic,
  geoPath,
  type GeoPermissibleObjects,
  type GeoProjection,
} from 'd3-geo';
import type { Feature, FeatureCollection } from 'geojson';
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
import { ShortPath } from './short-path.ts';

/** A place on the way: [longitude, latitude] in degrees (WGS 84), as GeoJSON has them. */
interface MapPlace {
  readonly id: string;
  readonly at: readonly [longitude: number, latitude: number];
}

/** One leg of the way, by the ids of its places. */
interface MapLeg {
  readonly from: string;
  readonly to: string;
}

/** A leg whose places are known. */
interface Line extends MapLeg {
  readonly ends: readonly [[number, number], [number, number]];
}

/** One map, as SVG path data in a box of {@link MAP_SIZE} units. */
export interface MapPanel {
  /** Land: the states that the places lie in, or the continents. */
  readonly land: string;
  /** The net of meridians and parallels, where the whole globe is drawn: a circle that fills the box. */
  readonly globe?: string;
  /** The county of the place where the way starts. */
  readonly county?: string;
  readonly legs: readonly (MapLeg & { readonly path: string })[];
  readonly places: readonly { readonly id: string; readonly x: number; readonly y: number }[];
}

type Maps = { readonly near?: MapPanel; readonly far?: MapPanel };

/** Width and height of a map. */
export const MAP_SIZE = 220;

const EARTH_RADIUS_KM = 6371;
const LONGEST_NEAR_LEG_KM = 1500;
const MARGIN = 16;
/** In units of a map: a phone draws one as two or three pixels. */
const SHORTEST_LINE = 4;

/**
 * Draws the maps of a journey: the legs within a region, and the great circles between regions.
 *
 * @param places every place that a leg names, in the order in which the way comes to them
 * @param legs in order
 */
export function drawJourney(places: readonly MapPlace[], legs: readonly MapLeg[]): Maps {
  const positions = new Map(places.map(({ id, at: [longitude, latitude] }) => [id, [longitude, latitude] as const]));
  const lines = legs.flatMap(({ from, to }): Line[] => {
    const [start, end] = [positions.get(from), positions.get(to)];
    return start && end ? [{ from, to, ends: [[...start], [...end]] }] : [];
  });
  const { near, far } = Object.groupBy(lines, ({ ends }) =>
    geoDistance(...ends) * EARTH_RADIUS_KM < LONGEST_NEAR_LEG_KM ? 'near' : 'far',
  );
  const placesOf = (some: readonly Line[]): MapPlace[] =>
    places.filter(({ id }) => some.some(({ from, to }) => from === id || to === id));
  return {
    ...(near && { near: drawNear(placesOf(near), near) }),
    ...(far && { far: drawFar(placesOf(far), far) }),
  };
}

function drawNear(places: readonly MapPlace[], lines: readonly Line[]): MapPanel {
  const states = usStates().filter((state) => places.some(({ at }) => geoContains(state, [...at])));
  const [start] = places as [MapPlace];
  const county = states.length > 0 ? usCounties().find((shape) => geoContains(shape, [...start.at])) : undefined;
  const land: FeatureCollection = { type: 'FeatureCollection', features: states.length > 0 ? states : [continents()] };
  const points: GeoPermissibleObjects = { type: 'MultiPoint', coordinates: places.map(({ at }) => [...at]) };
  const projection = geoMercator()
    .fitExtent(boxWithin(MARGIN), states.length > 0 ? land : points)
    .clipExtent(boxWithin(0));
  return {
    land: pathOf(projection, land),
    ...(county && { county: pathOf(projection, county) }),
    ...wayOn(projection, places, lines),
  };
}

function drawFar(places: readonly MapPlace[], lines: readonly Line[]): MapPanel {
  const [first] = lines as [Line];
  const [longitude, latitude] = geoInterpolate(...first.ends)(0.5);
  const reach = Math.max(...places.map(({ at }) => geoDistance([longitude, latitude], [...at])));
  // Beyond a hemisphere the ends of the way would lie behind the globe.
  const projection = (reach < 1.35 ? geoOrthographic() : geoAzimuthalEqualArea().clipAngle(170))
    .rotate([-longitude, -latitude * 0.8])
    .precision(1.5)
    .fitExtent(boxWithin(2), { type: 'Sphere' });
  const land = pathOf(projection, continents());
  const globe = pathOf(projection, geoGraticule().step([60, 30]).precision(10)());
  return { land, globe, ...wayOn(projection.precision(0.2), places, lines) };
}

function wayOn(projection: GeoProjection, places: readonly MapPlace[], lines: readonly Line[]) {
  const pathOn = (ends: Line['ends']): string => pathOf(projection, { type: 'LineString', coordinates: [...ends] });
  return {
    legs: lines.map(({ ends, ...leg }) => ({ ...leg, path: pathOn(ends) })),
    places: places.map(({ id, at }) => {
      const [x, y] = projection([...at]) ?? [0, 0];
      return { id, x: Math.round(x), y: Math.round(y) };
    }),
  };
}

function pathOf(projection: GeoProjection, shape: GeoPermissibleObjects): string {
  const path = new ShortPath(SHORTEST_LINE);
  geoPath(projection, path)(shape);
  return path.toString();
}

function boxWithin(margin: number): [[number, number], [number, number]] {
  return [
    [margin, margin],
    [MAP_SIZE - margin, MAP_SIZE - margin],
  ];
}

/**
 * Outlines of the US Census Bureau (us-atlas) and Natural Earth (world-atlas), both in the public domain.
 * Each is unpacked at its first use and kept: it takes most of the time of a map.
 */

type Shapes = Topology<Record<string, GeometryCollection>>;

// In steradians: about 45,000 and 10,000 square kilometres.
const SMALLEST_ISLAND = 1.1e-3;
const SMALLEST_DETAIL = 2.5e-4;

/** The states of the United States. */
const usStates = once(() => featuresOf(usAtlas as unknown as Shapes, 'states'));

/** The counties of the United States. */
const usCounties = once(() => featuresOf(usAtlas as unknown as Shapes, 'counties'));

/** Continents at the detail that a small globe can show: bays and islands below it only weigh. */
const continents = once(() => {
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
