/** Secrets that are known, such as the key of the run, in every spelling that a server may repeat. */
export function spellSecrets(secrets: string[]): string[] {
  return secrets.flatMap((secret) => [
    ...new Set([
      secret,
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret.replaceAll(/\p{Surrogate}/gu, '\ufffd')),
    ]),
    ...(['base64', 'hex'] as const).map((encoding) => Buffer.from(secret).toString(encoding).replace(/=+$/, '')),
  ])
}

export const hasSecret = (text: string, secrets: string[]) =>
  secrets.some((secret) => text.toLowerCase().includes(secret.toLowerCase()))

export const hideSecrets = (text: string, secrets: string[]) =>
  secrets.length > 0 ? text.replaceAll(new RegExp(toAlternatives(secrets), 'giu'), 'redacted') : text

const toAlternatives = (texts: string[]) =>
  texts
    .toSorted((one, other) => other.length - one.length)
    .map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
    .join('|')
