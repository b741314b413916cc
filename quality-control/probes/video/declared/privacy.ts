import type { PrivacyFacts } from '../../../facts/file'
import type { Declared } from './declared'

/** Personal data in the tags of container and streams: that a value is present, never the value itself. */
export function privacyOf({ tags, streams }: Declared): PrivacyFacts {
  const names = [tags, ...streams.map((stream) => stream.tags)].flatMap((all) =>
    Object.keys(all).filter((name) => all[name] !== ''),
  )
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  return {
    hasGps: has(/(^|[.-])location|gps|iso6709/),
    hasSerialNumber: has(/serial/),
    hasAuthor: has(/^(artist|author|com\.apple\.quicktime\.(artist|author)|©aut)$/),
  }
}
