const dataKeywords = new Set(['const', 'default', 'enum', 'example', 'examples', 'value'])

const nameKeywords = new Set(['$defs', 'examples', 'patternProperties', 'properties', 'schemas'])

/** Whether the keys of what a keyword holds are names. */
export const holdsNames = (keyword: string) => nameKeywords.has(keyword)

/**
 * Whether a child of a node is data, in which no key is a keyword.
 *
 * @param areNames Whether the keys of the node are names.
 */
export const isData = (key: string, child: unknown, areNames: boolean) =>
  // `examples` is a list of data in a schema, and elsewhere a dictionary of objects that may be references.
  !areNames && dataKeywords.has(key) && !(key === 'examples' && !Array.isArray(child))
