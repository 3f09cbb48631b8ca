import { BaseResolver, type Document, type Source } from '@redocly/openapi-core'
import { splitPointer } from '../model/pointers.ts'

type Reference = { $ref: string }

/** What a reference that leads back to itself is replaced with. */
const nowhere = '(a circle)'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isReference = (value: unknown): value is Reference => isObject(value) && typeof value['$ref'] === 'string'

/**
 * Reports a reference that leads back to itself as one that cannot be resolved. Redocly throws an error for it, and a
 * second one would end the process, because nobody waits for the promise that it rejects.
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
    this.#breakCircles(parsed, source.absoluteRef)
    return { ...document, parsed }
  }

  /** What to read instead of what a file contains. */
  protected prepare(parsed: unknown, _isRoot?: boolean): unknown {
    return parsed
  }

  /** A circle of several files is found in the last of them. */
  #breakCircles(value: unknown, file: string): void {
    if (!isObject(value)) return
    if (isReference(value) && this.#follow(value, file, []) === 'circle') value['$ref'] = nowhere
    for (const child of Object.values(value)) this.#breakCircles(child, file)
  }

  /** Where a reference leads; undefined if nothing is there yet. A pointer can lead through other references. */
  #follow(
    reference: Reference,
    file: string,
    followed: Reference[],
  ): { value: unknown; file: string } | 'circle' | undefined {
    if (followed.includes(reference)) return 'circle'
    const [path = '', fragment = ''] = reference.$ref.split('#')
    let place = { value: undefined as unknown, file: path ? this.resolveExternalRef(file, path) : file }
    place.value = this.#documents.get(place.file)
    for (const key of [...splitPointer(fragment), undefined]) {
      if (isReference(place.value) && (key === undefined || !Object.hasOwn(place.value, key))) {
        const target = this.#follow(place.value, place.file, [...followed, reference])
        if (target === undefined || target === 'circle') return target
        place = { ...target }
      }
      if (key === undefined) return place
      if (!isObject(place.value) || !Object.hasOwn(place.value, key)) return undefined
      place.value = place.value[key]
    }
    return undefined
  }
}
