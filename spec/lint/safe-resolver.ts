import { BaseResolver, isRef, unescapePointerFragment, type Document, type Source } from '@redocly/openapi-core'

type Reference = { $ref: string }

/** Replaces a reference that leads back to itself. */
const nowhere = '(a cycle)'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * Reports a reference that leads back to itself as one that cannot be resolved. Redocly throws an error for the first
 * one; a second one would end the process, because Redocly does not handle the promise that it rejects.
 */
export class SafeResolver extends BaseResolver {
  readonly #documents = new Map<string, unknown>()

  override async loadExternalRef(reference: string): Promise<Source> {
    if (reference.endsWith(nowhere)) throw new Error('it leads back to itself')
    return super.loadExternalRef(reference)
  }

  override parseDocument(source: Source, isRoot?: boolean): Document {
    const document = super.parseDocument(source, isRoot)
    const parsed = this.prepare(document.parsed, isRoot)
    this.#documents.set(source.absoluteRef, parsed)
    this.#breakCycles(parsed, source.absoluteRef)
    return { ...document, parsed }
  }

  /** Changes the content of a file before anything reads it. Here it does nothing. */
  protected prepare(parsed: unknown, _isRoot?: boolean): unknown {
    return parsed
  }

  /** A cycle through several files is found in the last one that is read. */
  #breakCycles(value: unknown, file: string): void {
    if (!isObject(value)) return
    if (isRef(value) && this.#follow(value, file, []) === 'cycle') value['$ref'] = nowhere
    for (const child of Object.values(value)) this.#breakCycles(child, file)
  }

  /** Where a reference leads; undefined if its target is not read yet. A pointer can lead through other references. */
  #follow(
    reference: Reference,
    file: string,
    followed: Reference[],
  ): { value: unknown; file: string } | 'cycle' | undefined {
    if (followed.includes(reference)) return 'cycle'
    const [path = '', fragment = ''] = reference.$ref.split('#')
    let place = { value: undefined as unknown, file: path ? this.resolveExternalRef(file, path) : file }
    place.value = this.#documents.get(place.file)
    const keys = fragment.split('/').filter(Boolean).map(unescapePointerFragment)
    for (const key of [...keys, undefined]) {
      if (isRef(place.value) && (key === undefined || !Object.hasOwn(place.value, key))) {
        const target = this.#follow(place.value, place.file, [...followed, reference])
        if (target === undefined || target === 'cycle') return target
        place = { ...target }
      }
      if (key === undefined) return place
      if (!isObject(place.value) || !Object.hasOwn(place.value, key)) return undefined
      place.value = place.value[key]
    }
    return undefined
  }
}
