import type { GeoContext } from 'd3-geo';

export type Point = readonly [x: number, y: number];

/**
 * A d3-geo context that writes lines as the shortest SVG path data: whole units, each point relative to the
 * one before, and none that is nearer to it than can be told apart.
 *
 * Numbers follow the grammar of SVG 2, chapter 9: further pairs after `m` are lines, and a minus sign parts
 * two numbers as well as a space does.
 */
export class ShortPath implements GeoContext {
  /** The lines drawn so far, those that close a shape aside. */
  readonly segments: [from: Point, to: Point][] = [];
  private data = '';
  private pen: Point = [0, 0];
  private start: Point = [0, 0];
  private passed: Point | undefined;
  private lines = 0;
  private before: { data: string; pen: Point } = { data: '', pen: [0, 0] };
  private readonly detail: number;

  /** @param detail the shortest line that is drawn, in units; the end of an open line is always reached */
  constructor(detail: number) {
    this.detail = detail;
  }

  moveTo(x: number, y: number): void {
    this.reachEnd();
    this.before = { data: this.data, pen: this.pen };
    this.lines = 0;
    this.start = [Math.round(x), Math.round(y)];
    this.data += `m${this.penTo(this.start)}`;
  }

  lineTo(x: number, y: number): void {
    const to: Point = [Math.round(x), Math.round(y)];
    if (Math.hypot(to[0] - this.pen[0], to[1] - this.pen[1]) < this.detail) this.passed = to;
    else this.line(to);
  }

  closePath(): void {
    this.passed = undefined;
    this.pen = this.start;
    if (this.lines > 1) this.data += 'z';
    // An island that is too small to be seen.
    else ({ data: this.data, pen: this.pen } = this.before);
  }

  /** The path data so far. */
  toString(): string {
    this.reachEnd();
    return this.data;
  }

  // d3-geo draws arcs for points only, of which a way has none, and never begins a path.
  arc(): void {}
  beginPath(): void {}

  private reachEnd(): void {
    if (this.passed) this.line(this.passed);
  }

  private line(to: Point): void {
    this.segments.push([this.pen, to]);
    const by = this.penTo(to);
    this.data += by.startsWith('-') ? by : ` ${by}`;
    this.passed = undefined;
    this.lines++;
  }

  /** Moves the pen, and says by how much. */
  private penTo(to: Point): string {
    const [x, y] = [to[0] - this.pen[0], to[1] - this.pen[1]];
    this.pen = to;
    return y < 0 ? `${x}${y}` : `${x} ${y}`;
  }
}
