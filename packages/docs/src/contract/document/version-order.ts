/** Whether a version is one that comes before a release, such as `1.0.0-rc.1`. */
export const isPreRelease = (version: string) => /^[^+]*-/.test(version)

/** Less than 0 for an older version first, as SemVer orders them: a pre-release is older than its release. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => {
    const [, numbers = '', pre] = version.match(/^([^-+]*)(?:-([^+]*))?/) ?? []
    return { numbers: numbers.split('.'), pre: pre?.split('.') }
  })
  const order = compareParts(a!.numbers, b!.numbers)
  if (order !== 0 || a!.pre === b!.pre) return order
  if (!a!.pre || !b!.pre) return a!.pre ? -1 : 1
  return compareParts(a!.pre, b!.pre)
}

function compareParts(one: string[], other: string[]): number {
  for (let place = 0; place < Math.max(one.length, other.length); place++) {
    const [a, b] = [one[place], other[place]]
    if (a === b) continue
    if (a === undefined || b === undefined) return a === undefined ? -1 : 1
    const [isNumberA, isNumberB] = [a, b].map((part) => /^\d+$/.test(part))
    if (isNumberA && isNumberB) return Number(a) - Number(b)
    if (isNumberA !== isNumberB) return isNumberA ? -1 : 1
    return a < b ? -1 : 1
  }
  return 0
}
