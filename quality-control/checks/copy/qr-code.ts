import { defineCheck, notApplicable } from '../check'

export default defineCheck({
  title: 'Codes can be scanned and their addresses are valid',
  failureTitle: 'A code is missing or its address is wrong',
  why: 'A code that does not scan, or leads to a wrong address, loses everyone who takes out a phone.',
  remedy:
    'Create the code again with the right address. Leave a quiet margin around it and use dark on ' +
    'light.',
  source: 'ISO/IEC 18004 (QR code); RFC 3986 (addresses)',
  needs: ['codes'],
  severity: 'major',
  settings: {
    isRequired: { doc: 'An asset without a readable code fails', format: 'boolean', default: false },
    acceptedHosts: {
      doc: 'Accepted hosts of web addresses, subdomains included; empty accepts all',
      format: 'strings',
      default: [],
    },
  },
  run: ({ codes: { codes } }, { isRequired, acceptedHosts }) => {
    if (codes.length === 0 && !isRequired) return notApplicable('No code was found, and none is required.')
    if (codes.length === 0)
      return [{ message: 'No code could be read.', measured: 'no code', expected: 'a readable code' }]
    return codes.flatMap(({ text, format, page, x, y, width, height, atSeconds }) => {
      const problem = problemOf(text, acceptedHosts)
      if (problem === undefined) return []
      const box = { x, y, width, height }
      const at = {
        box,
        ...(page > 1 ? { page } : {}),
        ...(atSeconds === undefined ? {} : { startSeconds: atSeconds }),
      }
      return [
        {
          level: problem.level,
          message: `The ${format} says "${text.slice(0, 100)}": ${problem.message}`,
          at,
          measured: text.slice(0, 100),
          expected: problem.expected,
        },
      ]
    })
  },
})

/**
 * Contact cards, Wi-Fi keys and bar code numbers are not addresses: they only have to be readable, unless
 * the profile names hosts.
 */
function problemOf(text: string, acceptedHosts: string[]) {
  const looksLikeAddress = /^(?:https?|www\.)/i.test(text.trim())
  if (!looksLikeAddress && acceptedHosts.length === 0) return undefined
  const host = hostOf(text)
  if (host === undefined)
    return {
      level: 'fail' as const,
      message: 'this is not a web address.',
      expected: 'an address such as https://example.com',
    }
  const isAccepted = acceptedHosts.some(
    (accepted) => host === accepted.toLowerCase() || host.endsWith(`.${accepted.toLowerCase()}`),
  )
  if (acceptedHosts.length > 0 && !isAccepted) {
    return {
      level: 'fail' as const,
      message: `the address leads to ${host}.`,
      expected: acceptedHosts.join(' or '),
    }
  }
  if (text.startsWith('https://')) return undefined
  return {
    level: 'warn' as const,
    message: 'the address does not start with https://.',
    expected: 'https://',
  }
}

/** Undefined unless it is a full host name: `https://example` and addresses with spaces are not. */
function hostOf(text: string): string | undefined {
  if (/\s/.test(text)) return undefined
  const match = /^https?:\/\/((?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,})(?::\d+)?(?:[/?#]|$)/iu.exec(text)
  return match?.[1]?.toLowerCase()
}
