import { Stop } from './stop.mjs'

const oldest = [20, 20]

/** Throws when this Node.js is older than the product runs on. */
export function checkNodeVersion(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  throw new Stop(
    `Node.js ${version} is too old, expected ${oldest.join('.')} or newer: install it, then type the ` +
      'command again',
  )
}
