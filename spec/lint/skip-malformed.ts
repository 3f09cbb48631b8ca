import type { Context, Resolved, Rule, Visit, Visitor } from './redocly.ts'

const isObject = (node: unknown) => typeof node === 'object' && node !== null

const guard =
  (visit: Visit): Visit =>
  (node, context: Context, resolved: Resolved) => {
    if (isObject(node)) visit(node, context, resolved)
  }

/** Skips nodes that are not objects. `struct` reports them, and the rule would crash on them. */
export const skipMalformed =
  (rule: Rule): Rule =>
  (options) =>
    Object.fromEntries(
      Object.entries(rule(options)).map(([type, visit]) => [
        type,
        typeof visit === 'function' ? guard(visit) : { leave: guard(visit.leave) },
      ]),
    ) satisfies Visitor
