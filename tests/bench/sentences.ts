/** A source of numbers that look random and are the same at every run: mulberry32, from one 32-bit seed. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  /** The next number, at least 0 and less than 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number between two others, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** One of a list that is not empty. */
  of<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }
}

/** What the made-up stories tell of: rivers, gauges and weather stations that exist nowhere. */
const RIVERS = ['Arlen', 'Besk', 'Corrow', 'Dunmar', 'Elvet', 'Fossa', 'Garrick', 'Hallin', 'Isker', 'Jorvel'];
const STATIONS = ['Upper', 'Lower', 'Old', 'North', 'East', 'Mill', 'Ferry', 'Quarry', 'Chapel', 'Heron'];
const SPOTS = ['Bridge', 'Weir', 'Bend', 'Lock', 'Meadow', 'Landing', 'Ridge', 'Sluice', 'Ford', 'Causeway'];

const WHEN = [
  'On the second morning',
  'Before the thaw had ended',
  'Late in the evening',
  'During the first week',
  'After the wind had turned',
  'Some days later',
  'Between two readings',
  'At the end of the month',
  'In the quiet hours before noon',
  'While the ground was still frozen',
  'As the cloud came lower',
  'By the time of the third round',
  'Once the fog had lifted',
  'Through most of that night',
  'Not long after the bell',
  'In the same season a year before',
];

const WHO = [
  'the keeper of the gauge',
  'two volunteers from the valley',
  'the observers’ club',
  'an assistant with a lantern',
  'the office for rivers',
  'a teacher and her class',
  'the crew of the dredger',
  'the person on duty',
  'a painter who lodged nearby',
  'the miller’s eldest son',
  'a clerk with a notebook',
  'the last shift of the pumping house',
  'somebody at the far bank',
  'a surveyor from the next county',
];

const DID = [
  'noted',
  'compared',
  'copied out',
  'measured again',
  'questioned',
  'passed on',
  'rounded',
  'underlined',
  'read aloud',
  'set aside',
  'confirmed',
  'corrected in pencil',
  'drew a curve through',
  'sent by post',
];

const WHAT = [
  'the height of the water at the marked stone',
  'the pressure on the brass dial',
  'a fall of rain that filled the glass twice',
  'the depth of snow beside the fence',
  'the temperature of the shallow pool',
  'the direction in which the reeds lay',
  'three readings that did not agree',
  'the hour at which the ice broke',
  'a column of figures without a heading',
  'the speed of a cork between two posts',
  'the colour of the sky above the ridge',
  'the number of days without frost',
  'a trace on the paper drum',
  'the length of the shadow at noon',
  'the distance to the nearest lightning',
  'the level that the older marks had shown',
];

const TAIL = [
  'which was more than anybody had expected',
  'and wrote the result on the wall of the hut',
  'although the instrument had not been cleaned',
  'so that the next round could start an hour early',
  'because the wire had come loose in the gale',
  'and left the page open for whoever came after',
  'as the instructions of the office demanded',
  'while the water went on rising slowly',
  'and nobody thought of it again for weeks',
  'in a hand that later readers found hard to read',
  'without waiting for the second observer',
  'which the yearbook prints in smaller type',
  'and the difference was put down to the wind',
  'though the table gives another figure',
  'since the new scale began at a lower point',
  'and so the two series cannot be joined without care',
  'for the first time since the station was moved',
  'with an error of about one part in fifty',
];

const SAYINGS = [
  'We read what is there, not what we hoped for',
  'A gap in the table is better than a guess',
  'The river keeps its own calendar',
  'It was dry enough to walk across',
  'Nobody had oiled the hinge since spring',
];

/** The name of a gauge or a station. */
export function stationName(random: Random): string {
  return `${random.of(STATIONS)} ${random.of(RIVERS)} ${random.of(SPOTS)}`;
}

/** One sentence, of some twenty to thirty words, without its full stop. */
export function sentence(random: Random): string {
  const place = random.next() < 0.5 ? ` at ${stationName(random)}` : '';
  const figure = random.next() < 0.35 ? ` (${random.between(2, 980)} ${random.of(['mm', 'cm', 'm', 'hPa'])})` : '';
  return `${random.of(WHEN)}, ${random.of(WHO)} ${random.of(DID)} ${random.of(WHAT)}${place}${figure}, ${random.of(TAIL)}`;
}

/** Somebody's words, in curly quotes. */
export function saying(random: Random): string {
  return `“${random.of(SAYINGS)},” said ${random.of(WHO)}`;
}

/** Sentences that come to at least so many words. */
export function paragraph(random: Random, words: number): string {
  const sentences: string[] = [];
  while (countWords(sentences.join(' ')) < words) sentences.push(`${sentence(random)}.`);
  return sentences.join(' ');
}

/** How many words a text has. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
