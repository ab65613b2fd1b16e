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
import { continents, usCounties, usStates } from './atlas.ts';
import { ShortPath } from './short-path.ts';

/** A place on the way: [longitude, latitude] in degrees (WGS 84), as GeoJSON has them. */
export interface MapPlace {
  readonly id: string;
  readonly at: readonly [longitude: number, latitude: number];
}

/** One leg of the way, by the ids of its places. */
export interface MapLeg {
  readonly from: string;
  readonly to: string;
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

/** The two maps of a way: the legs within a region, and the great circles between regions. */
export interface WayMap {
  readonly near?: MapPanel;
  readonly far?: MapPanel;
}

/** Width and height of a map. */
export const MAP_SIZE = 220;

const EARTH_RADIUS_KM = 6371;
const LONGEST_NEAR_LEG_KM = 1500;
const MARGIN = 16;
/** In units of a map: a phone draws one as two or three pixels. */
const SHORTEST_LINE = 4;

/**
 * Draws the way of a journey.
 *
 * @param places every place that a leg names, in the order in which the way comes to them
 * @param legs in order
 */
export function drawWay(places: readonly MapPlace[], legs: readonly MapLeg[]): WayMap {
  const found = new Map(places.map((place) => [place.id, place]));
  const known = legs.filter(({ from, to }) => found.has(from) && found.has(to));
  const isNear = ({ from, to }: MapLeg): boolean =>
    geoDistance(at(found, from), at(found, to)) * EARTH_RADIUS_KM < LONGEST_NEAR_LEG_KM;
  const near = known.filter(isNear);
  const far = known.filter((leg) => !isNear(leg));
  return {
    ...(near.length > 0 && { near: drawNear(placesOf(near, places), near) }),
    ...(far.length > 0 && { far: drawFar(placesOf(far, places), far) }),
  };
}

function drawNear(places: readonly MapPlace[], legs: readonly MapLeg[]): MapPanel {
  const states = usStates().filter((state) => places.some((place) => geoContains(state, [...place.at])));
  const start = places[0] as MapPlace;
  const county = states.length > 0 ? usCounties().find((shape) => geoContains(shape, [...start.at])) : undefined;
  const land: FeatureCollection = { type: 'FeatureCollection', features: states.length > 0 ? states : [continents()] };
  const frame = states.length > 0 ? land : multiPoint(places);
  const projection = geoMercator()
    .fitExtent(extent(), frame as Feature)
    .clipExtent([
      [0, 0],
      [MAP_SIZE, MAP_SIZE],
    ]);
  return {
    land: pathOf(projection, land),
    ...(county && { county: pathOf(projection, county) }),
    legs: legs.map((leg) => ({ ...leg, path: legPath(projection, places, leg) })),
    places: places.map((place) => placed(projection, place)),
  };
}

function drawFar(places: readonly MapPlace[], legs: readonly MapLeg[]): MapPanel {
  const found = new Map(places.map((place) => [place.id, place]));
  const [first] = legs as [MapLeg];
  const [longitude, latitude] = geoInterpolate(at(found, first.from), at(found, first.to))(0.5);
  const rotated = (projection: GeoProjection): GeoProjection => projection.rotate([-longitude, -latitude * 0.8]);
  const reach = Math.max(...places.map((place) => geoDistance([longitude, latitude], [...place.at])));
  // Beyond a hemisphere the ends of the way would lie behind the globe.
  const projection = rotated(reach < 1.35 ? geoOrthographic() : geoAzimuthalEqualArea().clipAngle(170));
  projection.precision(1.5).fitExtent(
    [
      [2, 2],
      [MAP_SIZE - 2, MAP_SIZE - 2],
    ],
    { type: 'Sphere' },
  );
  const land = pathOf(projection, continents());
  const globe = pathOf(projection, geoGraticule().step([60, 30]).precision(10)());
  projection.precision(0.2);
  return {
    land,
    globe,
    legs: legs.map((leg) => ({ ...leg, path: legPath(projection, places, leg) })),
    places: places.map((place) => placed(projection, place)),
  };
}

function legPath(projection: GeoProjection, places: readonly MapPlace[], { from, to }: MapLeg): string {
  const found = new Map(places.map((place) => [place.id, place]));
  return pathOf(projection, { type: 'LineString', coordinates: [at(found, from), at(found, to)] });
}

function pathOf(projection: GeoProjection, shape: GeoPermissibleObjects, detail = SHORTEST_LINE): string {
  const path = new ShortPath(detail);
  geoPath(projection, path)(shape);
  return path.toString();
}

function placed(projection: GeoProjection, { id, at: position }: MapPlace): { id: string; x: number; y: number } {
  const [x, y] = projection([...position]) ?? [0, 0];
  return { id, x: Math.round(x), y: Math.round(y) };
}

function extent(): [[number, number], [number, number]] {
  return [
    [MARGIN, MARGIN],
    [MAP_SIZE - MARGIN, MAP_SIZE - MARGIN],
  ];
}

function at(places: ReadonlyMap<string, MapPlace>, id: string): [number, number] {
  return [...(places.get(id) as MapPlace).at];
}

function placesOf(legs: readonly MapLeg[], places: readonly MapPlace[]): MapPlace[] {
  return places.filter(({ id }) => legs.some(({ from, to }) => from === id || to === id));
}

function multiPoint(places: readonly MapPlace[]): Feature {
  return {
    type: 'Feature',
    properties: {},
    geometry: { type: 'MultiPoint', coordinates: places.map((place) => [...place.at]) },
  };
}
