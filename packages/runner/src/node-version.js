// JavaScript, because this has to run on a Node that is too old for TypeScript.

// The first version that strips types without a flag or a warning.
const oldest = { major: 24, minor: 12 }

/**
 * A sentence that says what to install if this version of Node is too old; undefined if it is new enough.
 *
 * @param {string} version
 * @param {string} platform
 */
export function explainOldNode(version, platform) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return undefined
  return `Node ${version} is too old for the repository's tools, which bring no Node of their own for ${platform}: install Node ${oldest.major}.${oldest.minor} or newer from https://nodejs.org, then run the command again.`
}
