/**
 * The words of a name or a text, in small letters: `acsCredentialId`, `acs_credential_id` and `ACS credential id` have
 * the same ones.
 */
export const splitWords = (text: string): string[] =>
  text
    .replaceAll(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** The letter that selects a part of the index. */
export const initial = (word: string) => String.fromCodePoint(word.codePointAt(0)!)
