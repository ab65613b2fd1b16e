import { type Diagnostic, diagnostic, type Report } from '../diagnostic.ts';
import { positionAt } from '../read/read-file.ts';
import { withPath } from '../read/validate.ts';
import { namedAt } from '../read/yaml-access.ts';
import type { RuleName } from '../rule-book.ts';
import { factsOf, type ParsedArticle } from './rule.ts';

/** A story that another goes on from, and what is said of naming it. */
interface Step {
  readonly to: string;
  readonly fault: (message: string, rule: RuleName) => Diagnostic;
}

/**
 * What each story goes on from, gathered while they are read. No story goes on from itself, at once or through others
 * (`earlier-circle`), and none that readers get from a draft (`earlier-draft`).
 */
export class EarlierStories {
  private readonly steps = new Map<string, readonly Step[]>();

  keep(slug: string, { original: { file, yaml }, original }: ParsedArticle): void {
    const name = file.path;
    const named = namedAt(factsOf(original), 'earlier').map(({ path, text: to }): Step => {
      // Not the article itself is kept, but the place: a thousand of them with their parsed prose would fill the memory.
      const { line, column } = positionAt(file, yaml.placeOf(path));
      return { to, fault: (message, rule) => diagnostic(name, line, column, withPath(path, message), rule) };
    });
    if (named.length > 0) this.steps.set(slug, named);
  }

  /** Reports what is wrong with them, when all have been read. */
  check(drafts: ReadonlySet<string>, report: Report): void {
    for (const [slug, steps] of this.steps)
      for (const { to, fault } of steps)
        if (drafts.has(to) && !drafts.has(slug)) {
          const message = `"${to}" is a draft, which readers do not get; it is left out until it is published`;
          report(fault(message, 'earlier-draft'));
        }
    const done = new Set<string>();
    const follow = (slug: string, way: readonly string[]): void => {
      for (const { to, fault } of done.has(slug) ? [] : (this.steps.get(slug) ?? [])) {
        const start = [...way, slug].indexOf(to);
        if (start === -1) follow(to, [...way, slug]);
        else {
          const circle = [...[...way, slug].slice(start), to].map((name) => `"${name}"`).join(' goes on from ');
          report(fault(`${circle}; take this one out`, 'earlier-circle'));
        }
      }
      done.add(slug);
    };
    for (const slug of this.steps.keys()) follow(slug, []);
  }
}
