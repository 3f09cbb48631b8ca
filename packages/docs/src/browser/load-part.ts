const loading = new Map<string, Promise<unknown>>()

/**
 * Loads data as a script. A page that is opened from a folder cannot fetch JSON.
 *
 * @param name From the root of the site and without an extension: `search/words-0`.
 */
export function loadPart<T>(name: string): Promise<T> {
  const known = loading.get(name)
  if (known) return known as Promise<T>
  const part = new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = `${document.documentElement.dataset['root']}${name}.js`
    script.addEventListener('load', () => resolve(docs.parts![name]))
    script.addEventListener('error', () => {
      loading.delete(name)
      reject(new Error(`${name}.js could not be loaded`))
    })
    document.head.append(script)
  })
  loading.set(name, part)
  return part as Promise<T>
}

/** A script that `loadPart` loads. */
export const writePart = (name: string, data: unknown) =>
  `(docs.parts??={})[${JSON.stringify(name)}]=JSON.parse(${JSON.stringify(JSON.stringify(data))})`
