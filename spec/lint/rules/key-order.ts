import type { Context, Visitor } from '../redocly.ts'

/** The keys of a node appear in the order that redocly.yaml lists for the node's type. */
export const keyOrder = (orders: Record<string, unknown>): Visitor => ({
  any(node: object, { location, report, type }: Context) {
    const order = orders[type.name]
    if (!Array.isArray(order)) return
    const keys = Object.keys(node).filter((key) => order.includes(key))
    const misplaced = keys.find((key, index) => order.indexOf(key) < order.indexOf(keys[index - 1]))
    if (misplaced === undefined) return
    report({ message: `Put the keys into this order: ${order.join(', ')}.`, location: location.child(misplaced).key() })
  },
})
