// JavaScript, because this has to run on a Node that is too old for TypeScript.

const oldest = { major: 24, minor: 2 }

/**
 * What to install where the version of Node is too old; undefined where it serves.
 *
 * @param {string} version
 * @param {string} platform
 */
export function explainOldNode(version, platform) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return undefined
  return `Node ${version} is too old for the repository's tools, and no other is installed for ${platform}: install Node ${oldest.major}.${oldest.minor} or newer from https://nodejs.org, and repeat the command.`
}
